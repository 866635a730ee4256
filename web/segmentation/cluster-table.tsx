import type { SegmentationDetail } from '@vitalfew/contract/api/segments.ts'
import type { Segment } from '@vitalfew/contract/segmentation.ts'
import { Input } from 'antd'
import { LinkButton } from '../app/link-button.tsx'
import { Card } from '../design/card.tsx'
import { missingMark } from '../design/formats.ts'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import { SegmentDot } from './segment-dot.tsx'
import type { ClusterNames } from './segmentation-result.tsx'
import { segmentFilter } from './segments-filter.ts'

interface Clusters {
  detail: SegmentationDetail
  names: ClusterNames
  onName: (cluster: number, name: string) => void
}

/** Every cluster: its name, which can be changed until it is saved; its size and money; and how sure it is, in words. */
export function ClusterTable(props: Clusters) {
  const { t, format } = useReader()
  const { saved, segmentation } = props.detail
  const hasAmount = segmentation.clusters.some(({ amount }) => amount !== null)
  return (
    <Card
      title={t('segments.clusters.title')}
      note={t(saved === null ? 'segments.clusters.note' : 'segments.clusters.fixedNote')}
    >
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('segments.clusters.title')}>
        <table className="vf-table vf-clusters">
          <caption className="vf-unseen">{t('segments.clusters.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('segmentation.section.group')}</th>
              <th scope="col">{t('segments.clusters.name')}</th>
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
              {saved !== null && !saved.isRetired && <td />}
            </tr>
          </thead>
          <tbody>
            {segmentation.clusters.map((cluster) => (
              <ClusterLine key={cluster.id} {...props} cluster={cluster} hasAmount={hasAmount} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function ClusterLine(props: Clusters & { cluster: Segment; hasAmount: boolean }) {
  const { t, format } = useReader()
  const { cluster, detail, names, hasAmount } = props
  const { saved } = detail
  const name = names.get(cluster.id) ?? cluster.name
  const members = (list: Segment['typical']): string =>
    list
      .slice(0, 3)
      .map(({ account, accountName }) => accountName || account)
      .join(t('segmentation.list.comma')) || missingMark
  return (
    <tr>
      <th scope="row">
        <SegmentDot id={cluster.id} /> {cluster.id}
      </th>
      <td className="vf-cluster-name">
        {saved === null ? (
          <Input
            value={name}
            maxLength={60}
            aria-label={t('segments.clusters.nameOf', { cluster: cluster.id })}
            {...(name.trim() === '' ? { status: 'error' as const } : {})}
            onChange={(event) => props.onName(cluster.id, event.target.value)}
          />
        ) : (
          <strong>{name}</strong>
        )}
      </td>
      <td className="vf-number">
        {format.count(cluster.size)} <small>{format.percent(cluster.share, 0)}</small>
      </td>
      {hasAmount && (
        <>
          <td className="vf-number">{format.amount(cluster.amount)}</td>
          <ShareCell share={cluster.amountShare ?? 0} tone="quiet" />
        </>
      )}
      <td className={`vf-verdict ${cluster.verdict === 'noise' ? 'vf-down' : ''}`}>
        {t(`segments.clusters.${cluster.verdict ?? 'unknown'}`, { share: format.percent(cluster.stability, 0) })}
      </td>
      <td className="vf-segment-members">{members(cluster.typical)}</td>
      <td className="vf-segment-members">{members(cluster.borderline)}</td>
      {saved !== null && !saved.isRetired && (
        <td>
          <LinkButton
            size="small"
            to="/accounts"
            search={{ filter: segmentFilter(`${detail.id}:${cluster.id}`) }}
            aria-label={`${t('segments.clusters.open')} ${name}`}
          >
            {t('segments.clusters.open')}
          </LinkButton>
        </td>
      )}
    </tr>
  )
}
