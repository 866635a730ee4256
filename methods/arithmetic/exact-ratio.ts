/**
 * Quotient of two exact amounts as a double, rounded once (while both are below 2^53 units).
 *
 * Two accounts with the same ratio get the same double, which quotients of amounts already turned into doubles do not
 * promise (0.3 / 0.1 is not 3): ties stay ties.
 *
 * @param numerator integer, any unit
 * @param denominator integer in the same unit
 * @returns null when the denominator is 0
 * @example
 * exactRatio(300_000n, 100_000n) // 3
 * exactRatio(1n, 0n) // null
 */
export function exactRatio(numerator: bigint, denominator: bigint): number | null {
  return denominator === 0n ? null : Number(numerator) / Number(denominator)
}
