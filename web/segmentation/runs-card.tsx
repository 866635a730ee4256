import type { SegmentationDetail } from '@vitalfew/contract/api/segments.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { CompareCard } from './compare-card.tsx'

/** The runs whose accounts a saved segmentation has put into its clusters, and who moved between the last two. */
export function RunsCard(props: { detail: SegmentationDetail }) {
  const { t, format } = useReader()
  const { id, assignments } = props.detail
  const [newest, before] = assignments
  return (
    <>
      <Card title={t('segments.runs.title')} note={t('segments.runs.note')}>
        <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('segments.runs.title')}>
          <table className="vf-table">
            <caption className="vf-unseen">{t('segments.runs.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('segments.runs.asOf')}</th>
                <th scope="col">{t('segments.runs.way')}</th>
                <th scope="col" className="vf-number">
                  {t('segments.runs.accounts')}
                </th>
                <th scope="col" className="vf-number">
                  {t('segments.runs.leftOut')}
                </th>
              </tr>
            </thead>
            <tbody>
              {assignments.map(({ runId, asOf, isCurrent, way, accounts, leftOut }) => (
                <tr key={runId}>
                  <th scope="row">
                    {format.day(asOf)} {isCurrent && <Tag tone="accent">{t('segments.runs.current')}</Tag>}
                  </th>
                  <td>{t(`segments.runs.${way}`)}</td>
                  <td className="vf-number">{format.count(accounts)}</td>
                  <td className="vf-number">{format.count(leftOut)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      {newest !== undefined && before !== undefined && (
        <CompareCard one={{ id, run: before.runId }} other={{ id, run: newest.runId }} />
      )}
    </>
  )
}
