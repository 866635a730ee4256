import { type ComparisonOptions, comparisons } from './comparisons.ts'
import { missingComparisons } from './consistency.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { logarithmicPriorities } from './logarithmic-priorities.ts'

export interface GeometricConsistency {
  /** 0 when the judgements are consistent. */
  readonly index: number
  /** An index up to this corresponds to a consistency ratio of 0.1; null for fewer than three criteria. */
  readonly threshold: number | null
}

/**
 * The geometric consistency index: the mean squared logarithm of aᵢⱼ wⱼ / wᵢ over the comparisons beyond those that a
 * scale needs, with weights by geometric means.
 *
 * With all comparisons made there are (n − 1)(n − 2) / 2 beyond, which is the published index; with gaps each takes one
 * away, so that the index stays the variance of the judgements.
 *
 * @throws RangeError naming the first fault of the matrix
 * Source: Aguarón and Moreno-Jiménez 2003, "The geometric consistency index: approximated thresholds".
 * @example
 * geometricConsistency([[1, 2, 8], [0.5, 1, 2], [1 / 8, 0.5, 1]]).index.toFixed(9) // (Math.LN2 ** 2 / 3).toFixed(9)
 * geometricConsistency([[1, 2], [0.5, 1]]) // { index: 0, threshold: null }
 * geometricConsistency([[1, 2], [2, 1]]) // throws RangeError
 */
export function geometricConsistency(matrix: JudgementMatrix, options: ComparisonOptions = {}): GeometricConsistency {
  const judged = comparisons(matrix, options)
  const { size, values } = judged
  const threshold = thresholdOf(size)
  const beyond = ((size - 1) * (size - 2)) / 2 - missingComparisons(judged)
  if (beyond === 0) return { index: 0, threshold }
  const logs = logarithmicPriorities(judged)
  let sum = 0
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const value = values[i * size + j] ?? 0
      if (value > 0) sum += (Math.log(value) + (logs[j] ?? 0) - (logs[i] ?? 0)) ** 2
    }
  }
  // Deviations of a ten-billionth are rounding.
  return { index: sum < 1e-20 ? 0 : sum / beyond, threshold }
}

function thresholdOf(size: number): number | null {
  if (size < 3) return null
  if (size === 3) return 0.31
  return size === 4 ? 0.35 : 0.37
}
