import type { SetAsideReason } from '@vitalfew/contract/imports.ts'
import { isTotalPhrase, isTotalWord } from '../rows/set-aside.ts'
import type { RecordFilePlan } from './plan-record-file.ts'

/** Whether a row of a file of records is no data at all: blank, the header again, a total, or a lone remark. */
export function recordSetAside(
  cells: readonly string[],
  { headers, columns, returnedColumns }: Pick<RecordFilePlan, 'headers' | 'columns' | 'returnedColumns'>,
): SetAsideReason | null {
  const filled = cells.filter((cell, column) => column >= returnedColumns && cell !== '' && cell.trim() !== '')
  const [first = '', second = ''] = filled
  if (filled.length === 0) return 'blankRow'
  const own = Object.values(columns)
  const same = own.filter((column) => (cells[column] ?? '').trim() === headers[column])
  if (same.length > 1 && same.length * 2 > own.length) return 'headerRow'
  if (isTotalWord(first) || isTotalWord(second) || (isTotalPhrase(first) && filled.length * 2 < own.length)) {
    return 'totalRow'
  }
  return filled.length === 1 && own.length > 2 ? 'titleRow' : null
}
