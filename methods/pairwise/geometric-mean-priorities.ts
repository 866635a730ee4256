import { weightsFromLogarithms } from '../weighting/weights-from-logarithms.ts'
import { type ComparisonOptions, comparisons } from './comparisons.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { logarithmicPriorities } from './logarithmic-priorities.ts'

/**
 * Weights by the geometric mean of the rows; for a matrix with gaps by logarithmic least squares, which is the same where
 * there are none.
 *
 * @returns one weight per criterion, sum 1
 * @throws RangeError naming the first fault of the matrix
 * Source: Crawford and Williams 1985, "A note on the analysis of subjective judgment matrices"; Bozóki, Fülöp and Rónyai
 * 2010, "On optimal completion of incomplete pairwise comparison matrices".
 * @example
 * [...geometricMeanPriorities([[1, 4], [1 / 4, 1]])] // [0.8, 0.2]
 * [...geometricMeanPriorities([[1, 2, null], [0.5, 1, 2], [null, 0.5, 1]])].map((weight) => weight.toFixed(4)) // ['0.5714', '0.2857', '0.1429']
 * geometricMeanPriorities([[1, 0], [0, 1]]) // throws RangeError
 */
export function geometricMeanPriorities(matrix: JudgementMatrix, options: ComparisonOptions = {}): Float64Array {
  return weightsFromLogarithms(logarithmicPriorities(comparisons(matrix, options)))
}
