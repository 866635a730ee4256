import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { total } from '../arithmetic/total.ts'
import type { ComparisonOptions, Comparisons } from './comparisons.ts'
import { judgementLogarithm } from './judgement-logarithm.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { requireExperts } from './require-experts.ts'

export interface GroupOptions extends ComparisonOptions {
  /** How much each expert counts, not below 0, in any scale; all alike unless told. */
  readonly expertWeights?: readonly number[]
}

/**
 * The judgements of a group: for each pair the geometric mean over those who compared it.
 *
 * The geometric mean is the only one under which the group's judgement of j over i is the reciprocal of that of i over j. A
 * pair that nobody compared, or only experts of weight 0, is a gap.
 *
 * @param matrices one per expert, of the same criteria; each may have gaps, and need not connect all criteria
 * @returns reciprocal, whatever the order of the experts; for one expert as judged
 * @throws RangeError naming the expert and the first fault of the matrix, or a weight below 0
 * Source: Aczél and Saaty 1983, "Procedures for synthesizing ratio judgements".
 * @example
 * groupJudgements([[[1, 2], [1 / 2, 1]], [[1, 8], [1 / 8, 1]]])[0][1].toFixed(12) // '4.000000000000'
 * groupJudgements([[[1, null], [null, 1]], [[1, 8], [1 / 8, 1]]]) // [[1, 8], [1 / 8, 1]]
 * groupJudgements([]) // throws RangeError
 */
export function groupJudgements(matrices: readonly JudgementMatrix[], options: GroupOptions = {}): (number | null)[][] {
  const experts = requireExperts(matrices, options)
  const weights = options.expertWeights ?? experts.map(() => 1)
  requireSameLength('expertWeights', { expected: experts.length, actual: weights.length })
  weights.forEach((weight, expert) => requireNonNegative(`expertWeights[${expert}]`, weight))
  const size = experts[0]?.size ?? 0
  const group = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j): number | null => (i === j ? 1 : null)),
  )
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const value = meanJudgement(experts, { at: i * size + j, weights })
      if (value === null) continue
      const [row, column] = value >= 1 ? [i, j] : [j, i]
      const strength = value >= 1 ? value : 1 / value
      group[row]?.splice(column, 1, strength)
      group[column]?.splice(row, 1, 1 / strength)
    }
  }
  return group
}

function meanJudgement(
  experts: readonly Comparisons[],
  { at, weights }: { at: number; weights: readonly number[] },
): number | null {
  const answers = experts.flatMap(({ values }, expert) => {
    const [value, weight] = [values[at] ?? 0, weights[expert] ?? 0]
    return value > 0 && weight > 0 ? [{ value, weight }] : []
  })
  const [first] = answers
  if (first === undefined) return null
  // What all agree on is kept to the last digit.
  if (answers.every((answer) => answer.value === first.value)) return first.value
  const sum = total(answers.map((answer) => answer.weight))
  return Math.exp(total(answers.map(({ value, weight }) => (weight / sum) * judgementLogarithm(value))))
}
