import { useMemo, useState } from 'react'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import { ColumnChooser } from '../design/column-chooser.tsx'
import { DataTable, type Column } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { usePrinting } from '../design/printing.tsx'
import { accountColumns, printedColumns, usualColumns } from './account-columns.tsx'
import { AccountFilterBar } from './account-filter-bar.tsx'
import { filterAccounts, type AccountFilter } from './account-filter.ts'

/** The list to work with: every account the report holds, in the columns and the order the reader wants. */
export function AllAccounts(props: {
  report: Report
  filter: AccountFilter
  onFilter: (filter: AccountFilter) => void
}) {
  const reader = useReader()
  const { t, format } = reader
  const { report, filter } = props
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const isPrinting = usePrinting()
  const all = useMemo(() => accountColumns(reader), [reader])
  const usual = useMemo(() => filledColumns(all, report.accounts), [all, report.accounts])
  const shown = isPrinting ? printedColumns : (chosen ?? usual)
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
        <ColumnChooser columns={all.slice(1)} shown={shown} onChange={setChosen} onReset={() => setChosen(null)} />
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

/** The usual columns less those in which this data has nothing to show. */
function filledColumns(columns: readonly Column<AccountRow>[], rows: readonly AccountRow[]): string[] {
  return columns
    .filter(({ name, value }) => usualColumns.includes(name) && rows.some((row) => value(row) !== null))
    .map(({ name }) => name)
}
