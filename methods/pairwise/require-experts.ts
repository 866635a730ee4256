import { type ComparisonOptions, type Comparisons, partialComparisons } from './comparisons.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'

/**
 * Checks the judgements of several experts on the same criteria. They may leave criteria apart that others connect.
 *
 * @throws RangeError naming the expert and the first error of the matrix, or when there is no expert
 * @example
 * requireExperts([[[1, null], [null, 1]]])[0].size // 2
 * requireExperts([[[1]], [[1, 2], [0.5, 1]]]) // throws RangeError
 */
export function requireExperts(matrices: readonly JudgementMatrix[], options: ComparisonOptions = {}): Comparisons[] {
  const size = matrices[0]?.length ?? 0
  if (size === 0) throw new RangeError('matrices must have an expert with criteria, got none')
  return matrices.map((matrix, expert) => {
    const name = `matrices[${expert}]`
    if (matrix.length !== size) throw new RangeError(`${name}.length must be ${size}, got ${matrix.length}`)
    return partialComparisons(matrix, { ...options, name })
  })
}
