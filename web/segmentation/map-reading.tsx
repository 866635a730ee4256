import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import { segmentColour } from './segment-dot.tsx'

/** What the account under the pointer is. */
export function MapReading(props: {
  projection: Segmentation['projection']
  index: number
  left: number
  top: number
}) {
  const { t, format } = useReader()
  const { projection, index, left, top } = props
  const cluster = projection.clusters[index] ?? 1
  return (
    <div className="vf-reading" style={{ left: `${left * 100}%`, top: `${top * 100}%` }}>
      <strong>{projection.accountNames[index] || projection.accounts[index]}</strong>
      <div className="vf-reading-line">
        <i style={{ background: segmentColour(cluster) }} />
        <span>{t('segmentation.section.group')}</span>
        <b>{cluster}</b>
      </div>
      {projection.amounts !== null && (
        <div className="vf-reading-line">
          <i />
          <span>{t('segmentation.section.amount')}</span>
          <b>{format.money(projection.amounts[index])}</b>
        </div>
      )}
    </div>
  )
}
