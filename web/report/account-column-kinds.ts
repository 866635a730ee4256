import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Column } from '../design/data-table.tsx'
import { missingMark } from '../design/formats.ts'
import type { Reader } from '../design/reader.tsx'

type Field = keyof AccountRow
type NumberField = { [F in Field]: AccountRow[F] extends number | null ? F : never }[Field]
type DayField = 'firstOrder' | 'lastOrder'

/** How each kind of figure becomes a column: its header, its order and its text. */
export function accountColumnKinds({ t, format }: Reader) {
  const figure = (field: NumberField, write: (value: number | null) => string): Column<AccountRow> => ({
    name: field,
    header: t(`analysis.column.${field}`),
    isNumber: true,
    value: (row) => row[field],
    cell: (row) => write(row[field]),
  })
  return {
    money: (field: NumberField) => ({ ...figure(field, format.amount), unit: format.unit }),
    count: (field: NumberField) => figure(field, format.count),
    percent: (field: NumberField) => figure(field, (value) => format.percent(value)),
    change: (field: NumberField) => figure(field, format.change),
    decimal: (field: NumberField) => figure(field, (value) => format.decimal(value)),
    day: (field: DayField): Column<AccountRow> => ({
      name: field,
      header: t(`analysis.column.${field}`),
      isNumber: true,
      value: (row) => row[field],
      cell: (row) => format.day(row[field]),
    }),
    words: (field: Field, write: (row: AccountRow) => string | null): Column<AccountRow> => ({
      name: field,
      header: t(`analysis.column.${field}`),
      isNumber: false,
      value: (row) => write(row) || null,
      cell: (row) => write(row) || missingMark,
    }),
  }
}
