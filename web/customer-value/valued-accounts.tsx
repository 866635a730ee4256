import { useMemo } from 'react'
import { DataTable, type Column } from '../design/data-table.tsx'
import { usePrinting } from '../design/printing.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag, tierOrder } from '../selection/tier-tag.tsx'
import { prepareValuedAccounts, type ValuedAccounts as Valued } from './prepare-valued-accounts.ts'
import { intervalColumn, valueColumns } from './value-columns.tsx'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'

/** Too many for an A4 page. */
const screenOnly = ['valueAtRisk', 'overdueCycles']

/** Accounts by what they will bring: how sure that is, when they should order, what may be lost. */
export function ValuedAccounts(props: { rows: readonly AccountRow[] }) {
  const reader = useReader()
  const isPrinting = usePrinting()
  const valued = useMemo(() => prepareValuedAccounts(props.rows), [props.rows])
  const columns = useMemo(
    () => accountColumns(valued, reader).filter(({ value }) => valued.rows.some((row) => value(row) !== null)),
    [valued, reader],
  )
  return (
    <DataTable
      caption={reader.t('report.value.accounts.title')}
      columns={isPrinting ? columns.filter(({ name }) => !screenOnly.includes(name)) : columns}
      rows={valued.rows}
      rowKey={(row) => row.account}
      order={{ column: 'clv', descending: true }}
      empty={reader.t('report.value.accounts.none')}
    />
  )
}

function accountColumns(valued: Valued, reader: Reader): Column<AccountRow>[] {
  const { t } = reader
  const figures = valueColumns(reader).filter(({ name }) => name !== 'clvLower' && name !== 'clvUpper')
  const [clv, ...others] = figures
  return [
    {
      name: 'account',
      header: t('report.slipping.account'),
      isNumber: false,
      value: (row) => accountTitle(row),
      cell: (row) => accountTitle(row),
    },
    {
      name: 'tier',
      header: t('report.slipping.tier'),
      isNumber: false,
      value: (row) => tierOrder(row.tier),
      cell: (row) => <TierTag tier={row.tier} />,
    },
    ...(clv === undefined ? [] : [clv]),
    intervalColumn(reader, valued.scale),
    ...others,
  ]
}
