/**
 * Probability that two different records of a table agree exactly in a field by chance: Σ c(c − 1) / n(n − 1) over how
 * often each of its values occurs. Free of the noise of drawing pairs.
 *
 * @param counts how often each value occurs, not negative
 * @returns 0 … 1; 0 where fewer than two records have a value
 * Source: Fellegi & Sunter 1969, "A theory for record linkage", the u-probability of exact agreement.
 * @example
 * chanceAgreement([1, 1, 1]) // 0
 * chanceAgreement([2, 2]).toFixed(4) // '0.3333'
 */
export function chanceAgreement(counts: ArrayLike<number>): number {
  let records = 0
  let agreeing = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0
    records += count
    agreeing += count * (count - 1)
  }
  return records < 2 ? 0 : agreeing / (records * (records - 1))
}
