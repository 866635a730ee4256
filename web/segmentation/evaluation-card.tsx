import type { SegmentMeasure, Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useMemo, useState } from 'react'
import { lazyChart } from '../charts/lazy-chart.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { EvaluationTable } from './evaluation-table.tsx'
import { prepareEvaluations } from './prepare-evaluations.ts'

const EvaluationCurve = lazyChart(async () => (await import('./evaluation-curve.tsx')).EvaluationCurve, 220)

type Shown = SegmentMeasure | 'inertia'

const better: Record<Shown, 'larger' | 'smaller' | 'elbow'> = {
  inertia: 'elbow',
  silhouette: 'larger',
  calinskiHarabasz: 'larger',
  daviesBouldin: 'smaller',
  gap: 'larger',
  bic: 'smaller',
}

/** How many clusters: what each measure says, as a curve and as a table, and the recommendation in words. */
export function EvaluationCard(props: { segmentation: Segmentation }) {
  const { t } = useReader()
  const { segmentation } = props
  const { evaluations, chosen } = segmentation
  const { measures, hasInertia } = useMemo(() => prepareEvaluations(segmentation), [segmentation])
  const shown: Shown[] = [...(hasInertia ? (['inertia'] as const) : []), ...measures]
  const [asked, setMeasure] = useState<Shown>('silhouette')
  const measure = shown.includes(asked) ? asked : (shown[0] ?? 'silhouette')
  const title = (name: Shown) =>
    name === 'inertia' ? t('segmentation.section.evaluation.inertia') : t(`segmentation.measure.${name}`)
  const points = evaluations.flatMap((item) => {
    const value = item[measure]
    return value === null ? [] : [{ k: item.k, value, isChosen: item.k === chosen.k }]
  })
  return (
    <Card
      className="vf-evaluation"
      title={t('segmentation.section.evaluation.title')}
      note={t('segmentation.section.evaluation.note')}
    >
      <p>
        {chosen.votes
          .map((vote) => t('segments.evaluation.votes', { measure: title(vote.measure), k: vote.k }))
          .join(t('segmentation.list.comma'))}
      </p>
      {evaluations.length > 1 && (
        <>
          <SegmentedControl
            label={t('segments.evaluation.measure')}
            value={measure}
            options={shown.map((value) => ({ value, label: title(value) }))}
            onChange={setMeasure}
          />
          <p className="vf-note">{t(`segments.evaluation.better.${better[measure]}`)}</p>
          <EvaluationCurve points={points} label={t('segments.evaluation.label', { measure: title(measure) })} />
        </>
      )}
      <EvaluationTable segmentation={segmentation} />
    </Card>
  )
}
