import type { SavedSegmentation } from '@vitalfew/contract/api/segments.ts'
import { LinkButton } from '../app/link-button.tsx'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import { SegmentDot } from './segment-dot.tsx'
import { segmentFilter } from './segments-filter.ts'

/** The clusters of a saved segmentation with what the reader sees of each, and the way to its accounts. */
export function SavedSegmentTable(props: { segmentation: SavedSegmentation }) {
  const { t, format } = useReader()
  const { segments, name } = props.segmentation
  const all = segments.reduce((sum, { accounts }) => sum + (accounts ?? 0), 0)
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={name}>
      <table className="vf-table">
        <caption className="vf-unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('segmentation.section.group')}</th>
            <th scope="col" className="vf-number">
              {t('segments.compare.accounts')}
            </th>
            <th scope="col" className="vf-wide">
              {t('segments.saved.share')}
            </th>
            <th scope="col" className="vf-number">
              {t('segments.compare.revenue')} <small>{format.unit}</small>
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <tr key={segment.segment}>
              <th scope="row">
                <SegmentDot id={segment.cluster} /> {segment.cluster} {segment.name}
              </th>
              <td className="vf-number">{format.count(segment.accounts)}</td>
              <ShareCell share={all === 0 ? 0 : (segment.accounts ?? 0) / all} tone="quiet" />
              <td className="vf-number">{format.amount(segment.netRevenue)}</td>
              <td>
                <LinkButton
                  size="small"
                  to="/accounts"
                  search={{ filter: segmentFilter(segment.segment) }}
                  aria-label={`${t('segments.clusters.open')} ${segment.name}`}
                >
                  {t('segments.clusters.open')}
                </LinkButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
