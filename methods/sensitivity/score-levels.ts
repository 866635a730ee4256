import type { FittedScoring } from '../scoring/scoring-rule.ts'
import { scoreDecimals } from '../tiering/tier-codes.ts'

/** Scores are compared as whole numbers from 0 to this. */
export const highestLevel = 10 ** scoreDecimals
/** Of the geometric mean, scores below this count as this. */
const leastLogScore = Math.log(1 / highestLevel)

/**
 * The level of a threshold of the score: scores of at least this level reach it.
 *
 * @param threshold 0..1
 * @param aggregation of the scoring; levels of a geometric mean are spaced evenly in its logarithm
 * @example
 * thresholdLevel(0.5, 'weighted-sum') // 50000000
 * thresholdLevel(1, 'weighted-geometric') // 100000000
 */
export function thresholdLevel(threshold: number, aggregation: FittedScoring['aggregation']): number {
  const place = aggregation === 'weighted-geometric' ? 1 - logTerm(threshold) / leastLogScore : threshold
  return Math.round(place * highestLevel)
}

/** Logarithm of a value or a score, not below that of 1e-8. */
function logTerm(value: number): number {
  return Math.max(leastLogScore, Math.log(value))
}

/**
 * The values of a criterion as terms of which a weighted sum is the score's place between level 0 and the highest.
 *
 * @param column values 0..1, NaN = unknown
 * @param scoring a weighted sum or a weighted geometric mean
 * @returns one term 0..1 per account; NaN only where the policy is to rescale
 * @example
 * [...sumTerms([0.25, NaN], { aggregation: 'weighted-sum', missing: 'neutral', floor: 0 })] // [0.25, 0.5]
 * [...sumTerms([0, 1, NaN], { aggregation: 'weighted-geometric', missing: 'worst', floor: 0 })] // [0, 1, 0]
 */
export function sumTerms(
  column: ArrayLike<number>,
  scoring: Pick<FittedScoring, 'aggregation' | 'missing' | 'floor'>,
): Float64Array {
  const { aggregation, missing, floor } = scoring
  const geometric = aggregation === 'weighted-geometric'
  const unknown = missing === 'rescale' ? Number.NaN : missing === 'worst' ? 0 : 0.5
  const terms = new Float64Array(column.length)
  for (let i = 0; i < terms.length; i++) {
    const known = column[i] ?? Number.NaN
    const value = Number.isNaN(known) ? unknown : known
    terms[i] = geometric ? 1 - logTerm(Math.max(floor, value)) / leastLogScore : value
  }
  return terms
}
