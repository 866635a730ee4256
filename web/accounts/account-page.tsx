import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { hasNoRun } from '../app/fault-words.ts'
import { PartTabs } from '../app/part-tabs.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { useShownRun } from '../app/shown-level.ts'
import { NoData } from '../data/no-data.tsx'
import { useReader } from '../design/reader.tsx'
import { AccountHead } from './account-head.tsx'
import { AccountRhythm } from './account-rhythm.tsx'
import { AccountSummary } from './account-summary.tsx'
import { accountTabs } from './account-search.ts'
import { AccountValue } from './account-value.tsx'

// Tables weigh as much as charts: who only looks at the summary does not load them.
const AccountHabits = lazy(async () => ({
  default: (await import('../purchase-behaviour/account-habits.tsx')).AccountHabits,
}))
const AccountHistory = lazy(async () => ({ default: (await import('./account-history.tsx')).AccountHistory }))
const AccountRows = lazy(async () => ({ default: (await import('./account-rows.tsx')).AccountRows }))
const AccountSales = lazy(async () => ({ default: (await import('./account-sales.tsx')).AccountSales }))

const route = getRouteApi('/shell/accounts/$key')

/** One customer in full: its tier and why, what it buys, what it will be worth, and the rows behind every figure. */
export function AccountPage() {
  const { t } = useReader()
  const { key } = route.useParams()
  const { tab } = route.useSearch()
  const navigate = route.useNavigate()
  const shownRun = useShownRun()
  const answer = useQuery(api.accounts.get.queryOptions({ input: { ...shownRun, key } }))
  if (answer.isPending) return <PageWait />
  if (answer.isError && hasNoRun(answer.error)) return <NoData />
  if (answer.isError) return <FaultNotice isPage fault={answer.error} onRetry={() => void answer.refetch()} />
  const page = answer.data
  const parts = {
    summary: <AccountSummary page={page} />,
    sales: <AccountSales page={page} />,
    value: <AccountValue page={page} />,
    rhythm: <AccountRhythm page={page} />,
    behaviour: <AccountHabits accountKey={page.key} />,
    history: <AccountHistory page={page} />,
    rows: <AccountRows page={page} />,
  }
  return (
    <>
      <AccountHead page={page} />
      <PartTabs
        label={t('app.part')}
        names={accountTabs}
        value={tab ?? 'summary'}
        titleOf={(name) => t(`app.account.tab.${name}`)}
        onChange={(chosen) => void navigate({ search: { tab: chosen }, replace: true })}
      >
        {parts[tab ?? 'summary']}
      </PartTabs>
    </>
  )
}
