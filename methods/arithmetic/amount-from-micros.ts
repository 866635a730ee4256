/**
 * An exact amount as the nearest double, for figures that are ranked, drawn or written out.
 *
 * @param micros integer micro-units
 * @returns the amount in whole units; exact to the double's precision while |micros| < 2^53 (nine milliard units)
 * @example
 * amountFromMicros(12_340_000n) // 12.34
 * amountFromMicros(-1n) // -0.000001
 */
export function amountFromMicros(micros: bigint): number {
  return Number(micros) / 1_000_000
}
