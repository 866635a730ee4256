import { useMemo, useState } from 'react'
import type { Report } from '@vitalfew/contract/report.ts'
import { ColumnChooser } from '../design/column-chooser.tsx'
import { DataTable } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { accountColumns, usualColumns } from './account-columns.tsx'
import { AccountFilterBar } from './account-filter-bar.tsx'
import { filterAccounts, type AccountFilter } from './account-filter.ts'

export function AllAccounts(props: {
  report: Report
  filter: AccountFilter
  onFilter: (filter: AccountFilter) => void
}) {
  const reader = useReader()
  const { t, format } = reader
  const { report, filter } = props
  const [shown, setShown] = useState(usualColumns)
  const all = useMemo(() => accountColumns(reader), [reader])
  const columns = useMemo(() => all.filter(({ name }) => name === 'accountName' || shown.includes(name)), [all, shown])
  const rows = useMemo(() => filterAccounts(report.accounts, filter), [report.accounts, filter])
  const total = report.run.totals.accounts
  return (
    <>
      {report.accounts.length < total && (
        <p className="vf-notice">
          {t('report.accounts.cut', { shown: format.count(report.accounts.length), total: format.count(total) })}
        </p>
      )}
      <div className="vf-toolbar">
        <AccountFilterBar run={report.run} filter={filter} onChange={props.onFilter} />
        <ColumnChooser
          columns={all.slice(1)}
          shown={shown}
          onChange={setShown}
          onReset={() => setShown(usualColumns)}
        />
      </div>
      <DataTable
        caption={t('report.accounts.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.account}
        order={{ column: 'netRevenue', descending: true }}
        empty={t('report.accounts.none')}
      />
    </>
  )
}
