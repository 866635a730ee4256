import { monthIndex } from '../calendar/month-index.ts'
import type { SalesLine } from './sales-line.ts'

/**
 * Net revenue per calendar month, oldest first; the last number is the month that contains the day before `asOf`, which
 * may be incomplete.
 *
 * @param lines lines of one account or of many, any order; cancelled lines and days from `asOf` on do not count
 * @param window `asOf`: days since 1970-01-01; `months`: how many, 24 where absent
 * @returns `months` amounts in micro-units; 0n where nothing was sold
 * @throws RangeError when `months` is not a positive integer
 * @example
 * monthlySeries([], { asOf: 100, months: 2 }) // [0n, 0n]
 */
export function monthlySeries(
  lines: readonly SalesLine[],
  window: { readonly asOf: number; readonly months?: number },
): bigint[] {
  const { asOf, months = 24 } = window
  if (!Number.isSafeInteger(months) || months < 1) {
    throw new RangeError(`months must be a positive integer, got ${months}`)
  }
  const series = Array.from({ length: months }, () => 0n)
  const oldest = monthIndex(asOf - 1) - months + 1
  for (const { kind, day, netRevenue } of lines) {
    if (kind === 'cancelled' || day >= asOf) continue
    const position = monthIndex(day) - oldest
    const sum = series[position]
    if (sum !== undefined) series[position] = sum + netRevenue
  }
  return series
}
