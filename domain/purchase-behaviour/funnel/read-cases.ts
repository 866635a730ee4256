import { ProductError } from '@vitalfew/contract/errors.ts'
import type { TextTable } from '../../churn/index.ts'
import { headerKey } from '../../imports/index.ts'
import { columnTexts, isDayColumn } from './column-moments.ts'
import { casesOfDates } from './cases-of-dates.ts'
import { casesOfEvents } from './cases-of-events.ts'
import { casesOfPipeline } from './cases-of-pipeline.ts'
import { type EventColumns, eventColumns } from './event-columns.ts'
import type { FunnelCases } from './funnel-cases.ts'
import { notCuts } from './funnel-lexicon.ts'

export interface ReadCases {
  /** Headers to tell cases apart by; chosen where empty. */
  readonly by: readonly string[]
  /** Stages in order; recognised where empty. */
  readonly stages: readonly string[]
}

export interface CaseTable {
  readonly table: TextTable
  readonly columns: EventColumns
  readonly stages: readonly string[]
  /** Columns that cases are told apart by. */
  readonly cuts: readonly number[]
}

const mostCuts = 5
const mostValues = 40

/**
 * The cases of a table: of opportunities (a row and a stage for each), of events (rows with a stage and a time), or of
 * dates (a row for each case, a column for each stage).
 *
 * @throws ProductError `mapping.notEvents`, `mapping.headerNotFound`, `argument.invalid`
 */
export function readCases(table: TextTable, { by, stages }: ReadCases): FunnelCases {
  const columns = eventColumns(table.headers)
  const request: CaseTable = { table, columns, stages, cuts: cutColumns(table, { columns, by }) }
  if (columns.stage === undefined) {
    const found = casesOfDates(request)
    if (found !== null) return found
    throw new ProductError('mapping.notEvents', { file: table.file, headers: table.headers.join(', ') })
  }
  return isEventLog(table, columns) ? casesOfEvents(request) : casesOfPipeline(request)
}

/** Several rows for a case, and one time for each of them. */
function isEventLog(table: TextTable, columns: EventColumns): boolean {
  if (columns.time === undefined || columns.begin !== undefined || columns.end !== undefined) return false
  const named = columnTexts(table, columns.case ?? columns.account).filter((text) => text !== '')
  return new Set(named).size < named.length
}

function cutColumns(
  table: TextTable,
  { columns, by }: { readonly columns: EventColumns; readonly by: readonly string[] },
): number[] {
  const keys = table.headers.map(headerKey)
  if (by.length > 0) {
    return by.map((header) => {
      const column = keys.indexOf(headerKey(header))
      if (column >= 0) return column
      throw new ProductError('mapping.headerNotFound', {
        file: table.file,
        header,
        headers: table.headers.join(', '),
      })
    })
  }
  const told = new Set(Object.values(columns))
  return [...table.headers.keys()]
    .filter((column) => {
      if (told.has(column) || notCuts.test(table.headers[column] ?? '') || isDayColumn(table, column)) return false
      const texts = columnTexts(table, column)
      const values = new Set(texts)
      values.delete('')
      const isNumeric = [...values].every((text) => /^-?[\d.,%]+$/.test(text))
      return values.size > 1 && values.size <= mostValues && !isNumeric
    })
    .slice(0, mostCuts)
}
