import { requireInteger } from '../arguments/require-integer.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'

/**
 * A matrix of judgements from those above its diagonal, as a questionnaire asks them: first with second, first with third,
 * …, second with third, ….
 *
 * @param size number of criteria
 * @param upper row by row, null = not compared; not checked here
 * @throws RangeError when there are not size · (size − 1) / 2 of them
 * @example
 * reciprocalJudgements(3, [2, 4, null]) // [[1, 2, 4], [0.5, 1, null], [0.25, null, 1]]
 * reciprocalJudgements(3, [2, 4]) // throws RangeError
 */
export function reciprocalJudgements(size: number, upper: readonly (number | null)[]): (number | null)[][] {
  requireInteger('size', size)
  requireSameLength('upper', { expected: (size * (size - 1)) / 2, actual: upper.length })
  // The judgements of the rows above row i come first.
  const judged = (i: number, j: number): number | null => upper[i * size - (i * (i + 1)) / 2 + (j - i - 1)] ?? null
  const inverse = (judgement: number | null): number | null => (judgement === null ? null : 1 / judgement)
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === j ? 1 : i < j ? judged(i, j) : inverse(judged(j, i)))),
  )
}
