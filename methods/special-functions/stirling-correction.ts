/** From here on the series below is exact to the last digit of a double. */
export const stirlingStart = 12

/**
 * What Stirling's formula leaves out of the logarithm of the gamma function:
 * log Γ(x) = (x − ½) log x − x + ½ log 2π + correction(x).
 *
 * Kept apart because large terms that would cancel (in a beta function, say) can then be cancelled on paper.
 *
 * @param x at least {@link stirlingStart}
 * @returns the correction, absolute error below 1e-17
 * @throws RangeError when x is below 12 or not a number
 * Source: Abramowitz and Stegun 1964, 6.1.40.
 * @example
 * roundDecimals(stirlingCorrection(12), 12) // 0.006942840107
 * stirlingCorrection(1) // throws RangeError
 */
export function stirlingCorrection(x: number): number {
  if (!(x >= stirlingStart)) throw new RangeError(`x must be at least ${stirlingStart}, got ${x}`)
  const y = 1 / x
  const z = y * y
  return (
    y * (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z * (1 / 156)))))))
  )
}
