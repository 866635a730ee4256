import { roundDecimals } from '../arithmetic/round-decimals.ts'
import { cumulativeShare } from './cumulative-share.ts'
import { rankDescending } from './rank-descending.ts'

export type AbcClass = 'A' | 'B' | 'C'

/** Strictly between 0 and 1, ascending. */
export interface AbcCuts {
  readonly firstCut: number
  readonly secondCut: number
}

/** The columns are as long as the input and in its order. */
export interface AbcClassification {
  /** null = the measure is zero, negative or unknown: in no class. */
  readonly classes: readonly (AbcClass | null)[]
  /** Share of the total held by this account and all ranked before it; null where there is no class. */
  readonly cumulativeShares: readonly (number | null)[]
  /** Indices of the accounts that have a class, largest first. */
  readonly ranking: Uint32Array
}

const defaultCuts: AbcCuts = { firstCut: 0.8, secondCut: 0.95 }

/**
 * Pareto (ABC) classes of accounts by one measure.
 *
 * Accounts with a measure above 0 are ranked descending, ties by name in code-point order. A as long as the inclusive
 * cumulative share, rounded to 12 decimals, is at most `firstCut`; B up to `secondCut`; C the rest. The first account is
 * always A, even when it alone exceeds the cuts.
 *
 * @param names account names; they only break ties
 * @param values measure per account; null or NaN = unknown
 * @param cuts 0.8 and 0.95 where absent
 * @throws RangeError when the cuts are not ascending within (0, 1), the columns differ in length or a value is infinite
 * Source: Dickie 1951, "ABC inventory analysis shoots for dollars, not pennies"; Juran 1954 on the vital few.
 * @example
 * abcClasses(['a', 'b', 'c', 'd'], [80, 15, 5, -3]).classes // ['A', 'B', 'C', null]
 * abcClasses(['a', 'b'], [99, 1]).classes // ['A', 'C']
 * abcClasses(['a', 'b'], [1, 3], { firstCut: 0.5, secondCut: 0.75 }).cumulativeShares // [1, 0.75]
 * abcClasses([], [], { firstCut: 0.9, secondCut: 0.8 }) // throws RangeError
 */
export function abcClasses(
  names: readonly string[],
  values: ArrayLike<number | null>,
  cuts: AbcCuts = defaultCuts,
): AbcClassification {
  requireCuts(cuts)
  const ranking = rankDescending(names, values)
  const shares = cumulativeShare(Float64Array.from(ranking, (i) => values[i] ?? 0))

  const classes = names.map((): AbcClass | null => null)
  const cumulativeShares = names.map((): number | null => null)
  ranking.forEach((account, rank) => {
    const share = shares[rank] ?? 1
    classes[account] = rank === 0 ? 'A' : classOf(share, cuts)
    cumulativeShares[account] = share
  })
  return { classes, cumulativeShares, ranking }
}

function requireCuts({ firstCut, secondCut }: AbcCuts): void {
  if (0 < firstCut && firstCut < secondCut && secondCut < 1) return
  throw new RangeError(`cuts must ascend strictly between 0 and 1, got ${firstCut} and ${secondCut}`)
}

function classOf(cumulative: number, { firstCut, secondCut }: AbcCuts): AbcClass {
  const share = roundDecimals(cumulative, 12)
  if (share <= firstCut) return 'A'
  return share <= secondCut ? 'B' : 'C'
}
