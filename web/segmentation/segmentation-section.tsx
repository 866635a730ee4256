import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'
import { EvaluationTable } from './evaluation-table.tsx'
import { MapCard } from './map-card.tsx'
import { ParallelPlot } from './parallel-plot.tsx'
import { ProfileTable } from './profile-table.tsx'
import { RuleTable } from './rule-table.tsx'
import type { AccountStanding } from './segment-map.tsx'
import { SegmentTree } from './segment-tree.tsx'
import { SegmentTable } from './segment-table.tsx'

const nobody: readonly AccountStanding[] = []
const noTiers: readonly string[] = []

/** Groups of like accounts: who they are, what marks them out, how sure they are, and rules to sort by. */
export function SegmentationSection(props: {
  segmentation: Segmentation | null
  /** What else is known of the accounts, and the tiers there are: to colour the map by. */
  accounts?: readonly AccountStanding[]
  tiers?: readonly string[]
}) {
  const { t, format } = useReader()
  const { segmentation, accounts = nobody, tiers = noTiers } = props
  const title = t('segmentation.section.title')
  if (segmentation === null)
    return (
      <Section id="segmentation" title={title} lead={t('segmentation.section.none')}>
        {null}
      </Section>
    )
  const { features, chosen, clusters, rules, dendrogram } = segmentation
  const lead = t('segmentation.section.lead', {
    count: clusters.length,
    features: features.map((feature) => feature.title).join(t('segmentation.list.comma')),
    why: chosen.why,
  })
  return (
    <Section id="segmentation" title={title} lead={lead}>
      <SegmentTable clusters={clusters} />
      <Card title={t('segmentation.section.profile.title')} note={t('segmentation.section.profile.note')}>
        <ProfileTable segmentation={segmentation} />
      </Card>
      <div className="vf-pair">
        <MapCard segmentation={segmentation} accounts={accounts} tiers={tiers} />
        <Card title={t('segmentation.section.parallel.title')} note={t('segmentation.section.parallel.note')}>
          <ParallelPlot segmentation={segmentation} />
        </Card>
      </div>
      <div className="vf-pair">
        <Card title={t('segmentation.section.evaluation.title')} note={t('segmentation.section.evaluation.note')}>
          <EvaluationTable segmentation={segmentation} />
        </Card>
        {dendrogram !== null && (
          <Card title={t('segmentation.section.tree.title')} note={t('segmentation.section.tree.note')}>
            <SegmentTree dendrogram={dendrogram} />
          </Card>
        )}
      </div>
      <Card
        title={t('segmentation.section.rules.title')}
        note={t('segmentation.section.rules.note', { fidelity: format.percent(rules.fidelity, 0) })}
      >
        <RuleTable rules={rules} />
      </Card>
    </Section>
  )
}
