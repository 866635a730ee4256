import { useQuery } from '@tanstack/react-query'
import type { MembershipPreview } from '@vitalfew/contract/identity.ts'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { useReader } from '../design/reader.tsx'
import { useTitles } from '../selection/tier-titles.tsx'

/** How accounts would move if two were one. */
export function MergePreview(props: { accounts: [string, string] }) {
  const preview = useQuery(api.identity.preview.queryOptions({ input: { kind: 'merge', accounts: props.accounts } }))
  if (preview.isPending) return <PageWait />
  if (preview.isError) return <FaultNotice fault={preview.error} onRetry={() => void preview.refetch()} />
  return <PreviewTable preview={preview.data} />
}

/** Revenue, rank, class and tier of every account that a change touches, before and after. */
export function PreviewTable(props: { preview: MembershipPreview }) {
  const { t, format } = useReader()
  const { preview } = props
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  return (
    <>
      <div className="vf-scroll" role="region" aria-label={t('identity.page.preview')} tabIndex={0}>
        <table className="vf-table vf-moves">
          <caption className="vf-unseen">{t('identity.page.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('identity.preview.account')}</th>
              <th scope="col" className="vf-number">{`${t('identity.preview.revenue')}${unit}`}</th>
              <th scope="col" className="vf-number">
                {t('identity.preview.rank')}
              </th>
              <th scope="col">{t('identity.preview.abc')}</th>
              <th scope="col">{t('identity.preview.tier')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.accounts.map((row) => (
              <PreviewRow key={row.account} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="vf-note">
        {t('identity.page.previewNote', {
          before: format.count(preview.accountsBefore),
          after: format.count(preview.accountsAfter),
          shareBefore: format.percent(preview.topTenBefore),
          shareAfter: format.percent(preview.topTenAfter),
        })}
      </p>
    </>
  )
}

function PreviewRow(props: { row: MembershipPreview['accounts'][number] }) {
  const { t, format } = useReader()
  const titles = useTitles()
  const { row } = props
  const tier = (id: string | null): string => (id === null ? '–' : titles.tier(id))
  return (
    <tr>
      <th scope="row">
        {row.name || row.account}
        <small className="vf-advice">{row.revenueAfter === null ? t('identity.page.goes') : row.account}</small>
      </th>
      <td className="vf-number">
        <Change from={format.amount(row.revenueBefore)} to={format.amount(row.revenueAfter)} />
      </td>
      <td className="vf-number">
        <Change from={format.count(row.rankBefore)} to={format.count(row.rankAfter)} />
      </td>
      <td>
        <Change from={row.abcBefore ?? '–'} to={row.abcAfter ?? '–'} />
      </td>
      <td>
        <Change
          from={tier(row.tierBefore)}
          to={row.tierAfter === null && row.revenueAfter !== null ? t('identity.page.nextRun') : tier(row.tierAfter)}
        />
      </td>
    </tr>
  )
}

function Change(props: { from: string; to: string }) {
  const { from, to } = props
  return from === to ? from : `${from} → ${to}`
}
