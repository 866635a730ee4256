import { monthIndex } from '../calendar/month-index.ts'

/**
 * Number of calendar months with a purchase among the twelve that end with the month of the day before `asOf`.
 *
 * @param purchaseDays days with a sale line, any order, days since 1970-01-01; days from `asOf` on do not count
 * @param asOf days since 1970-01-01
 * @returns 0..12
 * @example
 * activeMonths([0, 5, 31], 32) // 2
 * activeMonths([], 32) // 0
 */
export function activeMonths(purchaseDays: ArrayLike<number>, asOf: number): number {
  const newest = monthIndex(asOf - 1)
  const months = new Set<number>()
  for (const day of Array.from(purchaseDays)) {
    const month = monthIndex(day)
    if (day < asOf && month > newest - 12) months.add(month)
  }
  return months.size
}
