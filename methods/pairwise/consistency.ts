import { type ComparisonOptions, type Comparisons, comparisons } from './comparisons.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { principalEigenvector } from './principal-eigenvector.ts'
import { randomIndex } from './random-index.ts'

export interface Consistency {
  readonly lambdaMax: number
  /** (λmax − n) / (n − 1); 0 for one criterion. */
  readonly index: number
  readonly randomIndex: number
  /** The index over the random index; 0 when the judgements are consistent. Up to 0.1 is acceptable. */
  readonly ratio: number
  /** Pairs not compared. */
  readonly missing: number
  /** Whether gaps make the random index, and with it the ratio, an approximation. */
  readonly isApproximate: boolean
}

/** A consistency ratio up to this is acceptable, after Saaty. */
export const acceptableConsistencyRatio = 0.1

/**
 * How well judgements agree with each other, after Saaty.
 *
 * Two criteria, and comparisons that form no circle, are always consistent.
 *
 * @throws RangeError naming the first fault of the matrix
 * Source: Saaty 1980, "The analytic hierarchy process"; random index with gaps after Ágoston and Csató 2022,
 * "Inconsistency thresholds for incomplete pairwise comparison matrices".
 * @example
 * consistency([[1, 3, 5], [1 / 3, 1, 3], [1 / 5, 1 / 3, 1]]).ratio.toFixed(3) // '0.033'
 * consistency([[1, 3], [1 / 3, 1]]).ratio // 0
 * consistency([[1, 2], [2, 1]]) // throws RangeError
 */
export function consistency(matrix: JudgementMatrix, options: ComparisonOptions = {}): Consistency {
  const judged = comparisons(matrix, options)
  const { lambdaMax, excess } = principalEigenvector(judged)
  const missing = missingComparisons(judged)
  const random = randomIndex(judged.size, missing)
  const index = excess === 0 ? 0 : excess / (judged.size - 1)
  const ratio = index === 0 ? 0 : index / random
  return { lambdaMax, index, randomIndex: random, ratio, missing, isApproximate: missing > 0 }
}

/**
 * Pairs of criteria that were not compared.
 *
 * @example
 * missingComparisons({ size: 2, values: Float64Array.of(1, 0, 0, 1) }) // 1
 */
export function missingComparisons({ values }: Comparisons): number {
  return values.reduce((count, value) => count + Number(value === 0), 0) / 2
}
