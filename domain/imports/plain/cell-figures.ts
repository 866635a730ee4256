import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { isOddFigure } from '../rows/figure-audit.ts'
import { figureReader } from '../rows/figure-reader.ts'
import { type CutRows, rowsPerCut } from './row-cutter.ts'

/** The first figures of a column: micro-units as exact floats. */
export type CellFigures = (rows: CutRows, count: number) => Float64Array

/** The cell is empty, or stands for "not known". */
export const missing = Number.POSITIVE_INFINITY
/** The cell is no figure, or one too large for an exact float. */
export const unread = Number.NaN

const minus = 45
const point = 46
const powersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
const mostCharacters = 17

/**
 * Reads the figures of one column. Digits with at most one point and six decimals are read from the bytes; anything else
 * goes the way of the careful reader, through the same function. `missing` where the file has no such column.
 * Rows whose figure is written oddly are marked in `odd`.
 */
export function cellFigures(
  plan: SalesFilePlan,
  { field, odd }: { readonly field: SalesField; readonly odd: Uint8Array },
): CellFigures {
  const figures = new Float64Array(rowsPerCut).fill(missing)
  const column = plan.columns[field]
  if (column === undefined) return () => figures
  const careful = figureReader(plan, field)
  const mark = plan.decimalMarks[field] ?? '.'
  const isPlain = mark === '.' && (plan.units[field] ?? 1) === 1
  const cells: string[] = []
  const first = column * rowsPerCut

  function carefully(text: string): number {
    cells[column ?? 0] = text
    const value = careful(cells)
    if (value === null) return missing
    return value === 'invalid' || !isExact(value) ? unread : Number(value)
  }

  return ({ bytes, from, to }, count) => {
    for (let index = 0; index < count; index += 1) {
      const start = from[first + index] ?? 0
      const end = to[first + index] ?? 0
      let value = isPlain ? plainMicros(bytes, { from: start, to: end }) : unread
      if (start === end) value = missing
      else if (Number.isNaN(value)) {
        const text = bytes.toString('utf8', start, end)
        value = carefully(text)
        if (isOddFigure(text, mark)) odd[index] = 1
      }
      figures[index] = value
    }
    return figures
  }
}

function plainMicros(bytes: Buffer, { from, to }: { readonly from: number; readonly to: number }): number {
  if (to - from > mostCharacters) return unread
  const isNegative = bytes[from] === minus
  const first = isNegative ? from + 1 : from
  let value = 0
  let pointAt = -1
  for (let at = first; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 48 && byte <= 57) value = value * 10 + (byte - 48)
    else if (byte === point && pointAt === -1 && at > first) pointAt = at
    else return unread
  }
  const decimals = pointAt === -1 ? 0 : to - pointAt - 1
  if (first === to || (pointAt !== -1 && decimals === 0)) return unread
  const micros = value * (powersOfTen[6 - decimals] ?? unread)
  if (!(micros <= Number.MAX_SAFE_INTEGER)) return unread
  // Not −0, which no integer is.
  return isNegative && micros !== 0 ? -micros : micros
}

function isExact(value: bigint): boolean {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER)
}

/** Quantity × price where that is exact in a float, else `unread`. */
export function exactProduct(quantity: number, price: number): number {
  const units = quantity / 1e6
  const product = units * price
  return Number.isInteger(units) && Math.abs(product) <= Number.MAX_SAFE_INTEGER ? product + 0 : unread
}
