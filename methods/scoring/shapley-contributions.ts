import { requireSameLength } from '../arguments/require-same-length.ts'

const mostCriteria = 12

/** Shares of the criteria in the difference between an account's score and the reference's. */
export interface ShapleyContributions {
  /** Mean score of the reference. */
  readonly base: number
  /** One per criterion; base + their sum is the account's score. */
  readonly contributions: Float64Array
}

/** What the account is compared with, and how rows are scored. */
export interface ShapleySetting {
  /** One or several rows: the means of the population, or a sample of its accounts. */
  readonly reference: readonly ArrayLike<number>[]
  readonly score: (row: Float64Array) => number
}

/**
 * Shapley value of each criterion in an account's score, for scores that are not sums: the mean, over all orders in which
 * the reference's values could be replaced by the account's, of what replacing this one changes.
 *
 * Exact, by scoring every subset of the criteria against every row of the reference: 2^criteria · rows scores. To add up
 * to score − mean score of the population, give its accounts (or a sample of them) as the reference.
 *
 * @param row the account's values; NaN where `score` can deal with it
 * @throws RangeError when there are more than 12 criteria, no reference, or a row of another length
 * Source: Shapley 1953, "A value for n-person games"; Strumbelj and Kononenko 2014, "Explaining prediction models and
 * individual predictions with feature contributions".
 * @example
 * [...shapleyContributions([1, 1], { reference: [[0, 0]], score: (row) => row[0] * row[1] }).contributions] // [0.5, 0.5]
 * shapleyContributions([1], { reference: [], score: (row) => row[0] }) // throws RangeError
 */
export function shapleyContributions(
  row: ArrayLike<number>,
  { reference, score }: ShapleySetting,
): ShapleyContributions {
  const criteria = row.length
  if (criteria > mostCriteria) throw new RangeError(`row.length must be at most ${mostCriteria}, got ${criteria}`)
  if (reference.length === 0) throw new RangeError('reference must hold at least one row, got 0')
  reference.forEach((each, i) => requireSameLength(`reference[${i}]`, { expected: criteria, actual: each.length }))
  const values = subsetScores(row, { reference, score })
  const weights = subsetWeights(criteria)
  const contributions = Float64Array.from({ length: criteria }, (_, criterion) => {
    const bit = 1 << criterion
    let sum = 0
    for (let subset = 0; subset < values.length; subset++) {
      if ((subset & bit) !== 0) continue
      sum += (weights[bitCount(subset)] ?? 0) * ((values[subset | bit] ?? 0) - (values[subset] ?? 0))
    }
    return sum
  })
  return { base: values[0] ?? 0, contributions }
}

/** Mean score over the reference with the account's values in the criteria of each subset; a subset is a set of bits. */
function subsetScores(row: ArrayLike<number>, { reference, score }: ShapleySetting): Float64Array {
  const mixed = new Float64Array(row.length)
  return Float64Array.from({ length: 1 << row.length }, (_, subset) => {
    let sum = 0
    for (const other of reference) {
      for (let i = 0; i < mixed.length; i++) {
        mixed[i] = (((subset >> i) & 1) === 1 ? row[i] : other[i]) ?? Number.NaN
      }
      sum += score(mixed)
    }
    return sum / reference.length
  })
}

/** |S|! (n − |S| − 1)! / n! by the size of S: 1 / (n · (n − 1 over |S|)). */
function subsetWeights(criteria: number): Float64Array {
  let ways = 1
  return Float64Array.from({ length: criteria }, (_, size) => {
    if (size > 0) ways = (ways * (criteria - size)) / size
    return 1 / (criteria * ways)
  })
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
