import { headerUnit } from '../../imports/index.ts'
import type { ContractColumns } from './contract-columns.ts'
import { figuresOf, type TextTable } from '../records/text-table.ts'

/** Value per year of every row; null where it is unknown. A monthly fee counts twelve times. */
export function yearlyValues(table: TextTable, { value, monthlyValue }: ContractColumns): (number | null)[] {
  const column = value ?? monthlyValue
  const factor = headerUnit(table.headers[column ?? -1] ?? '').factor * (value === undefined ? 12 : 1)
  return Array.from(figuresOf(table, column), (figure) => (Number.isNaN(figure) ? null : figure * factor))
}
