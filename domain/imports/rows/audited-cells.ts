import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { SalesLine } from '../sales-line.ts'
import { microsPerUnit } from '../values/micros.ts'
import { type FigureAudit, figureFields, isOddFigure, withStatedPrice } from './figure-audit.ts'
import { figureReader } from './figure-reader.ts'

/** Looks at the cells of rows that became sales. */
export function auditedCells(
  plan: SalesFilePlan,
  audit: FigureAudit,
): (cells: readonly string[], line: SalesLine) => void {
  const places = figureFields(plan).flatMap((field) => {
    const column = plan.columns[field]
    return column === undefined ? [] : [{ column, mark: plan.decimalMarks[field] ?? ('.' as const) }]
  })
  const priced = withStatedPrice(plan)
  const price = priced === null ? null : figureReader(priced, 'unitPrice')

  return (cells, { row, quantity, netRevenue }) => {
    if (places.some(({ column, mark }) => isOddFigure(cells[column] ?? '', mark))) audit.addOdd(row)
    if (price === null || quantity === null) return
    const each = price(cells)
    if (each === null || each === 'invalid' || !isExact(each)) return
    audit.compare({ row, quantity: unitsOf(quantity), price: unitsOf(each), amount: unitsOf(netRevenue) })
  }
}

function isExact(micros: bigint): boolean {
  return Number.isSafeInteger(Number(micros))
}

function unitsOf(micros: bigint): number {
  return Number(micros) / Number(microsPerUnit)
}
