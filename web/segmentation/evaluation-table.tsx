import { useMemo } from 'react'
import type { SegmentMeasure, Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import { prepareEvaluations } from './prepare-evaluations.ts'

const decimals: Record<SegmentMeasure, number> = {
  silhouette: 3,
  calinskiHarabasz: 1,
  daviesBouldin: 3,
  gap: 3,
  bic: 0,
}

/** Numbers of groups by measures that judge differently. */
export function EvaluationTable(props: { segmentation: Segmentation }) {
  const { t, format } = useReader()
  const { measures, hasInertia, rows } = useMemo(() => prepareEvaluations(props.segmentation), [props.segmentation])
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('segmentation.section.evaluation.title')}>
      <table className="vf-table">
        <caption className="vf-unseen">{t('segmentation.section.evaluation.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('segmentation.section.evaluation.k')}</th>
            {hasInertia && (
              <th scope="col" className="vf-number">
                {t('segmentation.section.evaluation.inertia')}
              </th>
            )}
            {measures.map((measure) => (
              <th scope="col" key={measure} className="vf-number">
                {t(`segmentation.measure.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ k, isChosen, inertia, cells }) => (
            <tr
              key={k}
              className={isChosen ? 'vf-evaluation-chosen' : undefined}
              aria-current={isChosen ? 'true' : undefined}
            >
              <th scope="row">
                {isChosen ? '→ ' : ''}
                {format.count(k)}
              </th>
              {hasInertia && <td className="vf-number">{format.decimal(inertia, 1)}</td>}
              {cells.map(({ value, isBest }, i) => (
                <td key={measures[i]} className="vf-number">
                  {isBest ? (
                    <b>{format.decimal(value, decimals[measures[i] ?? 'gap'])} *</b>
                  ) : (
                    format.decimal(value, decimals[measures[i] ?? 'gap'])
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
