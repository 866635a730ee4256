import { total } from '../arithmetic/total.ts'
import type { ComparisonOptions } from './comparisons.ts'
import { judgementLogarithm } from './judgement-logarithm.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { requireExperts } from './require-experts.ts'

/** How far the experts' judgements of one pair of criteria lie apart. */
export interface JudgementSpread {
  /** Places of the two criteria; row is before column. */
  readonly row: number
  readonly column: number
  /** Experts who compared them. */
  readonly answers: number
  /** Geometric mean of the judgements. */
  readonly mean: number
  /** Geometric standard deviation, a factor: 1 = all judge alike, or only one does. */
  readonly spread: number
  /** The two furthest apart; the first expert of equals. */
  readonly lowest: { readonly expert: number; readonly judgement: number }
  readonly highest: { readonly expert: number; readonly judgement: number }
  /** Whether experts disagree on which of the two is the more important. */
  readonly isOpposed: boolean
}

/**
 * On which comparisons a group disagrees: every pair of criteria that somebody compared, the widest spread first.
 *
 * @param matrices one per expert, of the same criteria; with gaps or without
 * @throws RangeError naming the expert and the first fault of the matrix
 * Source: geometric dispersion after Saaty and Vargas 2007, "Dispersion of group judgments".
 * @example
 * judgementSpreads([[[1, 2], [0.5, 1]], [[1, 0.5], [2, 1]]])[0].isOpposed // true
 * judgementSpreads([[[1, 4], [0.25, 1]], [[1, null], [null, 1]]])[0] // { row: 0, column: 1, answers: 1, mean: 4, spread: 1, lowest: { expert: 0, judgement: 4 }, highest: { expert: 0, judgement: 4 }, isOpposed: false }
 * judgementSpreads([]) // throws RangeError
 */
export function judgementSpreads(
  matrices: readonly JudgementMatrix[],
  options: ComparisonOptions = {},
): JudgementSpread[] {
  const experts = requireExperts(matrices, options)
  const size = experts[0]?.size ?? 0
  const spreads: JudgementSpread[] = []
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      const answers = experts.flatMap(({ values }, expert) => {
        const judgement = values[row * size + column] ?? 0
        return judgement > 0 ? [{ expert, judgement }] : []
      })
      if (answers.length > 0) spreads.push({ row, column, ...spreadOf(answers) })
    }
  }
  return spreads.sort((a, b) => b.spread - a.spread || a.row - b.row || a.column - b.column)
}

function spreadOf(answers: readonly { expert: number; judgement: number }[]): Omit<JudgementSpread, 'row' | 'column'> {
  const sorted = answers.toSorted((a, b) => a.judgement - b.judgement || a.expert - b.expert)
  const lowest = sorted[0] ?? { expert: 0, judgement: 1 }
  const last = sorted.at(-1) ?? lowest
  const highest = sorted.find((answer) => answer.judgement === last.judgement) ?? last
  const isOpposed = lowest.judgement < 1 && highest.judgement > 1
  const count = answers.length
  if (lowest.judgement === highest.judgement) {
    return { answers: count, mean: lowest.judgement, spread: 1, lowest, highest, isOpposed }
  }
  const logs = answers.map((answer) => judgementLogarithm(answer.judgement))
  const mean = total(logs) / count
  const deviation = Math.sqrt(total(logs.map((log) => (log - mean) ** 2)) / (count - 1))
  return { answers: count, mean: Math.exp(mean), spread: Math.exp(deviation), lowest, highest, isOpposed }
}
