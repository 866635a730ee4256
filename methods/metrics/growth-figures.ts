import { exactRatio } from '../arithmetic/exact-ratio.ts'
import { addMonths } from '../calendar/add-months.ts'
import type { SalesLine } from './sales-line.ts'

/** The last twelve months against the twelve before. Amounts in micro-units, growth as a fraction of 1. */
export interface GrowthFigures {
  readonly revenueLast12Months: bigint
  readonly revenuePrior12Months: bigint
  readonly growth: number | null
}

/**
 * Growth of net revenue, year on year.
 *
 * Last = [asOf − 12 months, asOf), prior = [asOf − 24 months, asOf − 12 months), month ends clamped. growth =
 * last / prior − 1 (−1 when nothing came in the last year), computed exactly as (last − prior) / prior. It is null unless
 * prior > 0 and the whole data set reaches back over both years: otherwise the prior year would be a fragment and every
 * account would seem to grow.
 *
 * @param lines lines of one account, any order; cancelled lines do not count
 * @param context `asOf`; `firstDay`: day of the first sale or return of the whole data set, of any account
 * @example
 * growthFigures([], { asOf: 20000, firstDay: 0 }).growth // null
 */
export function growthFigures(
  lines: readonly SalesLine[],
  context: { readonly asOf: number; readonly firstDay: number },
): GrowthFigures {
  const { asOf, firstDay } = context
  const yearAgo = addMonths(asOf, -12)
  const twoYearsAgo = addMonths(asOf, -24)
  const revenueLast12Months = revenueBetween(lines, { from: yearAgo, to: asOf })
  const revenuePrior12Months = revenueBetween(lines, { from: twoYearsAgo, to: yearAgo })
  const comparable = revenuePrior12Months > 0n && firstDay <= twoYearsAgo
  return {
    revenueLast12Months,
    revenuePrior12Months,
    growth: comparable ? exactRatio(revenueLast12Months - revenuePrior12Months, revenuePrior12Months) : null,
  }
}

function revenueBetween(lines: readonly SalesLine[], window: { from: number; to: number }): bigint {
  let sum = 0n
  for (const { kind, day, netRevenue } of lines) {
    if (kind !== 'cancelled' && day >= window.from && day < window.to) sum += netRevenue
  }
  return sum
}
