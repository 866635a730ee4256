import { useMemo } from 'react'
import type { ContractRisk } from '@vitalfew/contract/churn.ts'
import { DataTable, type Column } from '../design/data-table.tsx'
import { missingMark } from '../design/formats.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'

/** Running contracts, the ones with most at stake first, and what raises their risk. */
export function ContractRisks(props: { risks: readonly ContractRisk[] }) {
  const reader = useReader()
  const columns = useMemo(
    () => riskColumns(reader).filter(({ value }) => props.risks.some((row) => value(row) !== null)),
    [reader, props.risks],
  )
  return (
    <DataTable
      caption={reader.t('report.churn.contracts.risks')}
      columns={columns}
      rows={props.risks}
      rowKey={(row) => `${row.contract} ${row.account}`}
      order={{ column: 'order', descending: true }}
      empty={reader.t('report.churn.contracts.none')}
    />
  )
}

function riskColumns({ t, format }: Reader): Column<ContractRisk>[] {
  return [
    {
      name: 'account',
      header: t('report.slipping.account'),
      isNumber: false,
      value: (row) => accountTitle(row),
      cell: (row) => accountTitle(row),
    },
    {
      name: 'contract',
      header: t('churn.contracts.contract'),
      isNumber: false,
      value: (row) => row.contract || null,
      cell: (row) => row.contract,
    },
    {
      name: 'endsOn',
      header: t('churn.contracts.endsOn'),
      isNumber: true,
      value: (row) => row.endsOn,
      cell: (row) => format.day(row.endsOn),
    },
    {
      name: 'value',
      header: t('churn.contracts.value'),
      unit: format.unit,
      isNumber: true,
      value: (row) => row.value,
      cell: (row) => format.amount(row.value),
    },
    {
      name: 'risk',
      header: t('churn.contracts.risk'),
      isNumber: true,
      value: (row) => row.risk,
      cell: (row) => format.percent(row.risk, 0),
    },
    {
      name: 'factors',
      header: t('churn.contracts.factors'),
      isNumber: false,
      value: (row) => row.factors[0]?.times ?? null,
      cell: (row) =>
        row.factors.length === 0
          ? missingMark
          : row.factors
              .map(
                ({ column, value, times }) => `${column}${value === '' ? '' : ` ${value}`} ×${format.decimal(times)}`,
              )
              .join(t('report.listComma')),
    },
  ]
}
