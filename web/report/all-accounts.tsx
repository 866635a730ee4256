import { useMemo, useState } from 'react'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import { isValued, valueFieldNames } from '../customer-value/value-fields.ts'
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
  const all = useMemo(
    () => knownColumns(accountColumns(reader, report.run.selection), report.accounts),
    [reader, report],
  )
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

/** Columns of value are offered only where the run has valued its accounts. */
function knownColumns(
  columns: readonly Column<AccountRow>[],
  rows: readonly AccountRow[],
): readonly Column<AccountRow>[] {
  return isValued(rows) ? columns : columns.filter(({ name }) => !valueFieldNames.some((field) => field === name))
}

/** The usual columns less those in which this data has nothing to show; value to come takes the place of the share. */
function filledColumns(columns: readonly Column<AccountRow>[], rows: readonly AccountRow[]): string[] {
  const filled = columns
    .filter(({ name, value }) => usualColumns.includes(name) && rows.some((row) => value(row) !== null))
    .map(({ name }) => name)
  return filled.includes('clv') ? filled.filter((name) => name !== 'share') : filled
}
