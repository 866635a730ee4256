import type { Segment } from '@vitalfew/contract/segmentation.ts'
import { missingMark } from '../design/formats.ts'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import { SegmentDot } from './segment-dot.tsx'

/** What each group is called, how large it is, what it brings, how surely it is one, and who is in it. */
export function SegmentTable(props: { clusters: readonly Segment[] }) {
  const { t, format } = useReader()
  const { clusters } = props
  const hasAmount = clusters.some(({ amount }) => amount !== null)
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('segmentation.section.title')}>
      <table className="vf-table vf-segments">
        <caption className="vf-unseen">{t('segmentation.section.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('segmentation.section.group')}</th>
            <th scope="col" className="vf-number">
              {t('segmentation.section.size')}
            </th>
            {hasAmount && (
              <>
                <th scope="col" className="vf-number">
                  {t('segmentation.section.amount')} <small>{format.unit}</small>
                </th>
                <th scope="col" className="vf-wide">
                  {t('segmentation.table.amountShare')}
                </th>
              </>
            )}
            <th scope="col">{t('segmentation.section.stability')}</th>
            <th scope="col">{t('segmentation.section.typical')}</th>
            <th scope="col">{t('segmentation.section.borderline')}</th>
          </tr>
        </thead>
        <tbody>
          {clusters.map((cluster) => (
            <SegmentLine key={cluster.id} cluster={cluster} hasAmount={hasAmount} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SegmentLine(props: { cluster: Segment; hasAmount: boolean }) {
  const { t, format } = useReader()
  const { cluster, hasAmount } = props
  const names = (list: Segment['typical']): string =>
    list
      .slice(0, 3)
      .map(({ account, accountName }) => accountName || account)
      .join(t('segmentation.list.comma'))
  return (
    <tr>
      <th scope="row">
        <SegmentDot id={cluster.id} /> {cluster.id} {cluster.name}
      </th>
      <td className="vf-number">
        {format.count(cluster.size)} <small>{format.percent(cluster.share, 0)}</small>
      </td>
      {hasAmount && (
        <>
          <td className="vf-number">{format.amount(cluster.amount)}</td>
          <ShareCell share={cluster.amountShare ?? 0} tone="quiet" />
        </>
      )}
      <td>
        {cluster.verdict === null
          ? missingMark
          : `${format.percent(cluster.stability, 0)} ${t(`segmentation.verdict.${cluster.verdict}`)}`}
      </td>
      <td className="vf-segment-members">{names(cluster.typical) || missingMark}</td>
      <td className="vf-segment-members">{names(cluster.borderline) || missingMark}</td>
    </tr>
  )
}
