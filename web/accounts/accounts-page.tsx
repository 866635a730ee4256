import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Card, Grid } from 'antd'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { hasNoRun } from '../app/fault-words.ts'
import { PageHead } from '../app/page-head.tsx'
import { chosen } from '../app/search-params.ts'
import { useShownRun } from '../app/shown-level.ts'
import { NoData } from '../data/no-data.tsx'
import { useReader } from '../design/reader.tsx'
import { AccountsTable } from './accounts-table.tsx'
import { narrowFields } from './field-display.ts'
import type { ListChange, ListSort } from './list-search.ts'
import { QueryForm } from './query-form.tsx'
import { useListColumns } from './use-list-columns.ts'

const route = getRouteApi('/shell/accounts')

const usualSort: ListSort = { field: 'netRevenue', direction: 'descending' }

/** Every account, by any question; the address holds the question and can be sent to somebody. */
export function AccountsPage() {
  const { t, format } = useReader()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useListColumns()
  const isNarrow = !(Grid.useBreakpoint().md ?? true)
  const sort = search.sort ?? usualSort
  const fields = isNarrow ? narrowFields : columns.shown
  const place = { page: search.page ?? 1, pageSize: search.pageSize ?? columns.pageSize }
  const shownRun = useShownRun()
  const input = {
    ...shownRun,
    ...place,
    sort: [sort],
    columns: [...fields],
    ...(search.filter === undefined ? {} : { filter: search.filter }),
    ...(search.search === undefined ? {} : { search: search.search }),
  }
  const list = useQuery({ ...api.accounts.list.queryOptions({ input }), placeholderData: keepPreviousData })
  const ask = (part: ListChange) =>
    void navigate({ search: (before) => chosen({ ...before, page: undefined, ...part }) })
  if (list.isError && hasNoRun(list.error)) return <NoData />
  return (
    <>
      <PageHead
        title={t('app.page.accounts')}
        lead={
          list.data &&
          t('app.accounts.lead', {
            count: list.data.total,
            total: format.count(list.data.total),
            amount: format.money(list.data.netRevenue),
            asOf: format.longDay(list.data.run.asOf),
          })
        }
      />
      <Card className="vf-query-card">
        <QueryForm question={{ search: search.search, filter: search.filter }} onAsk={ask} />
      </Card>
      {list.isError ? (
        <FaultNotice fault={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <AccountsTable
          answer={list.data}
          isLoading={list.isFetching}
          isNarrow={isNarrow}
          fields={fields}
          columns={columns}
          place={place}
          asked={{ filter: search.filter, search: search.search, sort }}
          onAsk={ask}
          onReload={() => void list.refetch()}
        />
      )}
    </>
  )
}
