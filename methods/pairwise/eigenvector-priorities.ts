import { type ComparisonOptions, comparisons } from './comparisons.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { type Eigenvector, principalEigenvector } from './principal-eigenvector.ts'

/**
 * Weights by the principal eigenvector: Saaty's method, for a matrix with gaps Harker's.
 *
 * @throws RangeError naming the first fault of the matrix
 * Source: Saaty 1977, "A scaling method for priorities in hierarchical structures"; Harker 1987, "Incomplete pairwise
 * comparisons in the analytic hierarchy process".
 * @example
 * [...eigenvectorPriorities([[1, 3, 5], [1 / 3, 1, 3], [1 / 5, 1 / 3, 1]]).weights].map((weight) => weight.toFixed(3)) // ['0.637', '0.258', '0.105']
 * eigenvectorPriorities([[1, 2, null], [0.5, 1, 2], [null, 0.5, 1]]).lambdaMax // 3
 * eigenvectorPriorities([[1, 2], [2, 1]]) // throws RangeError
 */
export function eigenvectorPriorities(matrix: JudgementMatrix, options: ComparisonOptions = {}): Eigenvector {
  return principalEigenvector(comparisons(matrix, options))
}
