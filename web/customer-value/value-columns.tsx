import { IntervalBar } from '../charts/interval-bar.tsx'
import type { Span } from '../charts/place-interval.ts'
import type { Column } from '../design/data-table.tsx'
import { missingMark } from '../design/formats.ts'
import type { Reader } from '../design/reader.tsx'
import { relativeInterval } from './prepare-valued-accounts.ts'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { ValueFields } from './value-fields.ts'

type NumberField = Exclude<keyof ValueFields, 'nextOrderDue'>

/** The figures of an account's value as columns of a list. */
export function valueColumns(reader: Reader): Column<AccountRow>[] {
  const { t, format } = reader
  const figure = (name: NumberField, write: (value: number | null) => string): Column<AccountRow> => ({
    name,
    header: t(`report.value.column.${name}`),
    isNumber: true,
    value: (row) => row[name] ?? null,
    cell: (row) => write(row[name] ?? null),
  })
  const money = (name: NumberField) => ({ ...figure(name, format.amount), unit: format.unit })
  return [
    money('clv'),
    money('clvLower'),
    money('clvUpper'),
    figure('pAlive', (value) => format.percent(value, 0)),
    figure('expectedOrders', (value) => format.decimal(value)),
    money('valueAtRisk'),
    {
      name: 'nextOrderDue',
      header: t('report.value.column.nextOrderDue'),
      isNumber: true,
      value: (row) => row.nextOrderDue ?? null,
      cell: (row) => format.day(row.nextOrderDue ?? null),
    },
    {
      ...figure('overdueCycles', (value) => format.decimal(value)),
      cell: (row) => <Overdue cycles={row.overdueCycles ?? null} reader={reader} />,
    },
  ]
}

/** The interval as a bar with its bounds in words, in the place of two columns. */
export function intervalColumn({ t, format }: Reader, scale: Span): Column<AccountRow> {
  return {
    name: 'clvInterval',
    header: t('report.value.column.interval'),
    unit: format.unit,
    isNumber: false,
    value: (row) => row.clvUpper ?? null,
    cell: (row) => {
      if ((row.clvLower ?? null) === null || (row.clvUpper ?? null) === null) return missingMark
      const interval = relativeInterval(row)
      return (
        <span className="vf-interval-cell">
          {interval === null ? <span /> : <IntervalBar interval={interval} scale={scale} />}
          <small>
            {format.amount(row.clvLower)} – {format.amount(row.clvUpper)}
          </small>
        </span>
      )
    },
  }
}

/** Below zero the next order is not due yet: how early is of no use to anyone. */
function Overdue(props: { cycles: number | null; reader: Reader }) {
  const { t, format } = props.reader
  if (props.cycles === null) return missingMark
  if (props.cycles <= 0) return <span className="vf-quiet-words">{t('report.value.notDue')}</span>
  return <span className={props.cycles >= 1 ? 'vf-down' : undefined}>{format.decimal(props.cycles)}</span>
}
