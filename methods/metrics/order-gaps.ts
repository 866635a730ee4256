/**
 * Days from each purchase day to the next.
 *
 * @param purchaseDays distinct days, strictly ascending, days since 1970-01-01
 * @returns one gap fewer than days; empty for fewer than two days
 * @throws RangeError when a day is not later than the one before it
 * @example
 * orderGaps([100, 110, 140]) // [10, 30]
 * orderGaps([100]) // []
 */
export function orderGaps(purchaseDays: ArrayLike<number>): number[] {
  const gaps: number[] = []
  for (let i = 1; i < purchaseDays.length; i++) {
    const gap = (purchaseDays[i] ?? Number.NaN) - (purchaseDays[i - 1] ?? Number.NaN)
    if (!(gap > 0))
      throw new RangeError(`purchaseDays[${i}] must be later than the day before it, got ${purchaseDays[i]}`)
    gaps.push(gap)
  }
  return gaps
}
