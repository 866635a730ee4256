import type { FittedScoring } from './scoring-rule.ts'
import { type Filling, sumScore } from './sum-score.ts'
import { topsisFill } from './topsis-fill.ts'
import { rowCloseness } from './topsis.ts'

/**
 * Score of one account by a scoring fitted to its population; `scoreColumns` gives the same for all accounts.
 *
 * In TOPSIS an unknown value counts as the best or the worst of the population, or as 0.5 moved between them; with
 * `rescale` its criterion is left out of both distances.
 *
 * @param row one value 0..1 per criterion; NaN = unknown
 * @param scoring see `fitScoring`; its `missing` may also be 'best'
 * @returns 0 to 1
 * @example
 * scoreRow([0.5, NaN], fitScoring([[0.5, 1], [0, 1]], { aggregation: 'weighted-sum', weights: [1, 3], missing: 'worst' })) // 0.125
 * scoreRow([0.25, 1], fitScoring([[0.25], [1]], { aggregation: 'weighted-geometric', weights: [1, 1] })) // 0.5
 */
export function scoreRow(
  row: ArrayLike<number>,
  scoring: Omit<FittedScoring, 'missing'> & { readonly missing: Filling },
): number {
  const { weights, frame, floor } = scoring
  if (frame !== null) return rowCloseness(filledRow(row, { frame, missing: scoring.missing }), { weights, frame })
  let sum = 0
  let missing = 0
  for (let criterion = 0; criterion < row.length; criterion++) {
    const value = row[criterion] ?? Number.NaN
    const weight = weights[criterion] ?? 0
    if (weight === 0) continue
    if (Number.isNaN(value)) missing += weight
    else sum += weight * (scoring.aggregation === 'weighted-geometric' ? Math.log(Math.max(floor, value)) : value)
  }
  return sumScore({ sum, missing }, scoring)
}

function filledRow(
  row: ArrayLike<number>,
  { frame, missing }: { readonly frame: NonNullable<FittedScoring['frame']>; readonly missing: Filling },
): Float64Array {
  return Float64Array.from(row, (value, criterion) => {
    if (!Number.isNaN(value)) return value
    return (
      topsisFill(missing, { ideal: frame.ideal[criterion] ?? 1, antiIdeal: frame.antiIdeal[criterion] ?? 0 }) ?? value
    )
  })
}
