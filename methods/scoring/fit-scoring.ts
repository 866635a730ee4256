import { requireSameLength } from '../arguments/require-same-length.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import type { FittedScoring, ScoringRule } from './scoring-rule.ts'
import { type TopsisFrameOptions, topsisFrame } from './topsis.ts'
import { unitWeights } from './unit-weights.ts'

/**
 * Takes from a population what a scoring rule needs: which criteria are known for anybody, and the frame of TOPSIS.
 *
 * A criterion known for nobody drops out and the others take over its weight.
 *
 * @param columns one per criterion, values 0..1 with higher = better (see `normalizedColumn`), NaN = unknown
 * @param rule with one weight per criterion; `points` are the ideal and anti-ideal of TOPSIS where they are agreed: on
 * normalised values all 1 and all 0 come to mind
 * @returns to be used by `scoreColumns` and `scoreRow`
 * @throws RangeError naming a column of another length, a value outside 0..1, or weights that are of no use
 * @example
 * [...fitScoring([[0, 1], [NaN, NaN]], { aggregation: 'weighted-sum', weights: [1, 3] }).weights] // [1, 0]
 * fitScoring([[0, 2]], { aggregation: 'weighted-sum', weights: [1] }) // throws RangeError
 * fitScoring([[NaN]], { aggregation: 'weighted-sum', weights: [1] }) // throws RangeError
 */
export function fitScoring(
  columns: readonly ArrayLike<number>[],
  rule: ScoringRule & { readonly points?: Omit<TopsisFrameOptions, 'directions'> },
): FittedScoring {
  const { aggregation, missing = 'neutral', floor = 0, points } = rule
  requireSameLength('weights', { expected: columns.length, actual: rule.weights.length })
  requireFraction('floor', floor)
  const accounts = columns[0]?.length ?? 0
  const known = columns.map((column, criterion) => {
    requireSameLength(`columns[${criterion}]`, { expected: accounts, actual: column.length })
    return countKnown(`columns[${criterion}]`, column)
  })
  const usable = Array.from(unitWeights(rule.weights), (weight, criterion) =>
    accounts > 0 && known[criterion] === 0 ? 0 : weight,
  )
  const frame = aggregation === 'topsis' ? topsisFrame(columns, points) : null
  return { aggregation, weights: unitWeights(usable), missing, floor, frame }
}

function countKnown(name: string, column: ArrayLike<number>): number {
  let known = 0
  for (let from = 0; from < column.length; from += countedAtOnce) {
    known += countWithin(column, { name, from, to: Math.min(column.length, from + countedAtOnce) })
  }
  return known
}

/** A function that is called often is compiled sooner and better than one whose loop is long. */
const countedAtOnce = 1024

function countWithin(
  column: ArrayLike<number>,
  { name, from, to }: { readonly name: string; readonly from: number; readonly to: number },
): number {
  let known = 0
  for (let i = from; i < to; i++) {
    const value = column[i] ?? Number.NaN
    if (value >= 0 && value <= 1) known++
    else if (!Number.isNaN(value)) throw new RangeError(`${name}[${i}] must lie in 0..1, got ${value}`)
  }
  return known
}
