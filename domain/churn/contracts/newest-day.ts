import type { ContractColumns } from './contract-columns.ts'
import { contractStatuses } from './contract-lexicon.ts'
import { daysOf, textsOf, type TextTable } from '../records/text-table.ts'

/** The day after the last thing a table of contracts tells: a start, or the end of a contract that says it has ended. */
export function newestDay(table: TextTable, columns: ContractColumns): number {
  const statuses = textsOf(table, columns.status)
  const told = daysOf(table, columns.end).map((day, row) => (isOver(statuses[row] ?? '') ? day : Number.NaN))
  const days = [...daysOf(table, columns.start), ...told].filter((day) => !Number.isNaN(day))
  return days.reduce((newest, day) => Math.max(newest, day), 0) + 1
}

function isOver(status: string): boolean {
  return contractStatuses.ended.test(status) || contractStatuses.renewed.test(status)
}
