import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'
import { EvaluationTable } from './evaluation-table.tsx'
import { ParallelPlot } from './parallel-plot.tsx'
import { ProfileTable } from './profile-table.tsx'
import { RuleTable } from './rule-table.tsx'
import { SegmentMap } from './segment-map.tsx'
import { SegmentTable } from './segment-table.tsx'

/** Groups of like accounts: who they are, what marks them out, how sure they are, and rules to sort by. */
export function SegmentationSection(props: { segmentation: Segmentation | null }) {
  const { t, format } = useReader()
  const { segmentation } = props
  const title = t('segmentation.section.title')
  if (segmentation === null)
    return (
      <Section id="segmentation" title={title} lead={t('segmentation.section.none')}>
        {null}
      </Section>
    )
  const { features, chosen, clusters, rules, projection, accounts } = segmentation
  const explained = projection.axes.reduce((sum, axis) => sum + axis.explained, 0)
  const lead = t('segmentation.section.lead', {
    count: clusters.length,
    features: features.map((feature) => feature.title).join(t('segmentation.list.comma')),
    why: chosen.why,
  })
  const mapNote = t('segmentation.section.map.note', { share: format.percent(explained, 0) })
  const shown = projection.accounts.length
  return (
    <Section id="segmentation" title={title} lead={lead}>
      <SegmentTable clusters={clusters} />
      <Card title={t('segmentation.section.profile.title')} note={t('segmentation.section.profile.note')}>
        <ProfileTable segmentation={segmentation} />
      </Card>
      <div className="vf-pair">
        <Card
          title={t('segmentation.section.map.title')}
          note={
            shown < accounts
              ? `${mapNote} ${t('segmentation.section.map.shown', { count: shown, all: format.count(accounts) })}`
              : mapNote
          }
        >
          <SegmentMap projection={projection} />
        </Card>
        <Card title={t('segmentation.section.parallel.title')} note={t('segmentation.section.parallel.note')}>
          <ParallelPlot segmentation={segmentation} />
        </Card>
      </div>
      <div className="vf-pair">
        <Card title={t('segmentation.section.evaluation.title')} note={t('segmentation.section.evaluation.note')}>
          <EvaluationTable segmentation={segmentation} />
        </Card>
        <Card
          title={t('segmentation.section.rules.title')}
          note={t('segmentation.section.rules.note', { fidelity: format.percent(rules.fidelity, 0) })}
        >
          <RuleTable rules={rules} />
        </Card>
      </div>
    </Section>
  )
}
