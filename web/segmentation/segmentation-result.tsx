import type { SegmentationDetail } from '@vitalfew/contract/api/segments.ts'
import type { SegmentMovement } from '@vitalfew/contract/segmentation.ts'
import { useState } from 'react'
import { Card } from '../design/card.tsx'
import type { Formats } from '../design/formats.ts'
import { useReader } from '../design/reader.tsx'
import { BrushMap } from './brush-map.tsx'
import { ClusterLinesCard } from './cluster-lines-card.tsx'
import { ClusterTable } from './cluster-table.tsx'
import { EvaluationCard } from './evaluation-card.tsx'
import { ProfileTable } from './profile-table.tsx'
import { RuleTable } from './rule-table.tsx'
import { RunsCard } from './runs-card.tsx'
import { SaveCard } from './save-card.tsx'
import { TreeCard } from './tree-card.tsx'

/** All there is to say of one segmentation, a trial or a saved one. */
export function SegmentationResult(props: { detail: SegmentationDetail }) {
  const { t, format } = useReader()
  const { detail } = props
  const { segmentation, saved } = detail
  const { rules } = segmentation
  const [names, setNames] = useState(() => namesOf(detail))
  return (
    <div className="vf-stack">
      <SummaryCard detail={detail} />
      <ClusterTable
        detail={detail}
        names={names}
        onName={(cluster, name) => setNames(new Map(names).set(cluster, name))}
      />
      {saved === null && <SaveCard detail={detail} names={names} />}
      <Card title={t('segmentation.section.profile.title')} note={t('segmentation.section.profile.note')}>
        <ProfileTable segmentation={segmentation} />
      </Card>
      <BrushMap detail={detail} names={names} />
      <EvaluationCard segmentation={segmentation} />
      <div className="vf-pair">
        <ClusterLinesCard segmentation={segmentation} names={names} />
        <Card
          title={t('segmentation.section.rules.title')}
          note={t('segmentation.section.rules.note', { fidelity: format.percent(rules.fidelity, 0) })}
        >
          <RuleTable rules={rules} />
        </Card>
      </div>
      {segmentation.dendrogram !== null && <TreeCard dendrogram={segmentation.dendrogram} />}
      {saved !== null && <RunsCard detail={detail} />}
    </div>
  )
}

/** What was grouped by what, and the recommendation in words. */
function SummaryCard(props: { detail: SegmentationDetail }) {
  const { t, format } = useReader()
  const { detail } = props
  const { segmentation, saved } = detail
  const { features, notes, chosen, accounts, leftOut, method, movement } = segmentation
  return (
    <Card
      title={
        saved === null
          ? t('segments.trial')
          : [
              t('segments.saved.title', { name: saved.name, version: saved.version }),
              ...(saved.isRetired ? [t('segments.saved.retired')] : []),
            ].join(' · ')
      }
      note={[
        t('segments.summary.facts', {
          count: accounts,
          accounts: format.count(accounts),
          method: t(`segmentation.method.${method}`),
          asOf: format.longDay(detail.run.asOf),
        }),
        ...(leftOut > 0 ? [t('segments.summary.leftOut', { count: leftOut, accounts: format.count(leftOut) })] : []),
        features.map(({ title }) => title).join(t('segmentation.list.comma')),
      ].join(' · ')}
    >
      <p className="vf-segments-why">{chosen.why}</p>
      {movement !== null && (
        <p>
          {t('segmentation.table.movement')}: {t('segmentation.table.moved', movedWords(movement, format))}
        </p>
      )}
      {notes.length > 0 && (
        <details className="vf-figures">
          <summary>{t('segments.summary.notes')}</summary>
          <ul className="vf-plain">
            {notes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function movedWords({ shared, stayed, arrived, gone }: SegmentMovement, format: Formats) {
  return {
    shared: format.count(shared),
    stayed: format.count(stayed),
    moved: format.count(shared - stayed),
    arrived: format.count(arrived),
    gone: format.count(gone),
  }
}

export type ClusterNames = ReadonlyMap<number, string>

function namesOf({ segmentation, saved }: SegmentationDetail): ClusterNames {
  const proposed = segmentation.clusters.map(({ id, name }) => [id, name] as const)
  return new Map([...proposed, ...(saved?.clusters ?? []).map(({ cluster, name }) => [cluster, name] as const)])
}
