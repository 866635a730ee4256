import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { total } from '../arithmetic/total.ts'
import { percentileRanks } from './percentile-ranks.ts'
import type { CriterionRank } from './weighted-score.ts'
import { weightedScore } from './weighted-score.ts'

/** One criterion over all accounts. */
export interface CriterionColumn<Name extends string = string> {
  readonly criterion: Name
  readonly weight: number
  /** One figure per account; null or NaN = unknown. */
  readonly figures: ArrayLike<number | null>
}

/** How one account did. */
export interface AccountScore<Name extends string = string> {
  /** 0..100 */
  readonly score: number
  /** The criteria that counted, in the order of the model, their weights rescaled to sum 1. */
  readonly ranks: readonly CriterionRank<Name>[]
  /** Criteria without a figure for this account, those known for no account included. */
  readonly missing: readonly Name[]
}

/**
 * Scores of all accounts by a weighted model of criteria.
 *
 * Each criterion becomes percentile ranks over the accounts where it is known. A criterion known for no account (or with
 * weight 0) drops out and the other weights are rescaled to sum 1. A figure unknown for one account counts as percentile
 * 0.5 and is listed as missing.
 *
 * @param columns the criteria in the order of the model, all equally long
 * @returns one score per account, in the order of the columns; none for no accounts
 * @throws RangeError when columns differ in length, a weight is negative, or no weighted criterion is known for anybody
 * Source: simple additive weighting, Hwang & Yoon 1981, over mid-rank percentiles.
 * @example
 * accountScores([{ criterion: 'value', weight: 1, figures: [1, 2] }, { criterion: 'profit', weight: 3, figures: [null, null] }]).map((account) => account.score) // [25, 75]
 * accountScores([{ criterion: 'value', weight: 1, figures: [null, 2] }])[0].missing // ['value']
 */
export function accountScores<Name extends string>(columns: readonly CriterionColumn<Name>[]): AccountScore<Name>[] {
  const count = columns[0]?.figures.length ?? 0
  for (const { criterion, weight, figures } of columns) {
    requireNonNegative(`weight of ${criterion}`, weight)
    requireSameLength(`figures of ${criterion}`, { expected: count, actual: figures.length })
  }
  if (count === 0) return []

  const ranked = columns.map((column) => ({ ...column, percentiles: percentileRanks(column.figures) }))
  const usable = ranked.filter(({ weight, percentiles }) => weight > 0 && percentiles.some((rank) => rank !== null))
  const weightSum = total(usable.map((column) => column.weight))
  return Array.from({ length: count }, (_, account) => {
    const ranks = usable.map(({ criterion, weight, percentiles }) => ({
      criterion,
      weight: weight / weightSum,
      percentile: percentiles[account] ?? null,
    }))
    const missing = ranked.filter(({ percentiles }) => percentiles[account] === null)
    return { score: weightedScore(ranks), ranks, missing: missing.map((column) => column.criterion) }
  })
}
