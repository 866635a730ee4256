import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { LeftOutRow, SalesLine } from '../sales-line.ts'
import { dateParts } from '../values/date-parts.ts'
import { parseAmount } from '../values/parse-amount.ts'
import { auditedCells } from './audited-cells.ts'
import type { FigureAudit } from './figure-audit.ts'
import { lineConverter } from './line-converter.ts'
import { repeatedRows } from './repeated-rows.ts'
import { setAsideReason } from './set-aside.ts'

export type RowReader = (cells: string[], at: RowPlace) => SalesLine | LeftOutRow

export interface RowPlace {
  readonly row: number
  /** True when the file's own structure is broken here: an open quote, a cell out of place. */
  readonly damaged: boolean
}

/** What becomes of each row of a planned file: a sale, or a row left out with its reason. */
export function rowReader(
  plan: SalesFilePlan,
  { dropDuplicates, audit }: { readonly dropDuplicates: boolean; readonly audit?: FigureAudit },
): RowReader {
  const lookAt = audit === undefined ? () => undefined : auditedCells(plan, audit)
  const converter = lineConverter(plan)
  const isRepeated = dropDuplicates ? repeatedRows() : () => false
  const width = plan.headers.length
  return (cells, at) => {
    const { row } = at
    const damaged = at.damaged || (cells.length > width && hasSurplusFigure(cells, width))
    const line = damaged ? null : converter.convert(cells, row)
    if (line !== null) {
      if (isRepeated(cells)) return { row, reason: 'duplicateRow', cells }
      lookAt(cells, line)
      return line
    }
    const reason = setAsideReason(cells, plan)
    const isSure = reason === 'totalRow' || reason === 'headerRow'
    if (reason !== null && (isSure || !damaged)) return { row, reason, cells }
    if (damaged) return { row, reason: 'rowDamaged', cells }
    const { reason: fault, field, value } = converter.fault()
    const column = plan.mapping[field]
    return column === undefined ? { row, reason: fault, cells } : { row, reason: fault, column, value, cells }
  }
}

/** A figure behind the last column: 1,234.50 without quotes has shifted the row. A remark there does no harm. */
function hasSurplusFigure(cells: readonly string[], width: number): boolean {
  return cells.slice(width).some((cell) => cell !== '' && (parseAmount(cell, '.') !== null || dateParts(cell) !== null))
}
