/**
 * Logarithm of a difference of two numbers given by their logarithms: log(eᵃ − eᵇ), without overflow or underflow.
 *
 * @param a the logarithm of the larger number
 * @param b the logarithm of the smaller; −Infinity stands for zero
 * @returns −Infinity where both are equal
 * @throws RangeError when b is above a or either is not a number
 * Source: Mächler 2012, "Accurately computing log(1 − exp(−|a|))".
 * @example
 * roundDecimals(logDiffExp(Math.log(5), Math.log(2)), 12) // roundDecimals(Math.log(3), 12)
 * logDiffExp(3, 3) // -Infinity
 * logDiffExp(2, 3) // throws RangeError
 */
export function logDiffExp(a: number, b: number): number {
  if (!(a >= b)) throw new RangeError(`b must not be above a, got a ${a} and b ${b}`)
  if (b === -Infinity || a === b) return a === b ? -Infinity : a
  const gap = b - a
  return a + (gap > -Math.LN2 ? Math.log(-Math.expm1(gap)) : Math.log1p(-Math.exp(gap)))
}
