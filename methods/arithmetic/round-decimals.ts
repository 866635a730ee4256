/**
 * Rounds to a number of decimal places, halves upward.
 *
 * Used where a computed figure meets a cut-off: 0.1 + 0.2 + 0.5 must count as 0.8, in this language and in SQL.
 *
 * @param value any number; NaN and infinities come back unchanged
 * @param places 0..15
 * @throws RangeError when `places` is not an integer from 0 to 15
 * @example
 * roundDecimals(0.1 + 0.2, 12) // 0.3
 * roundDecimals(2.5, 0) // 3
 */
export function roundDecimals(value: number, places: number): number {
  if (!Number.isInteger(places) || places < 0 || places > 15) {
    throw new RangeError(`places must be an integer from 0 to 15, got ${places}`)
  }
  const scale = 10 ** places
  return Math.round(value * scale) / scale
}
