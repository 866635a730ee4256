import type { CriterionRank } from './weighted-score.ts'

/** What a criterion adds to an account's score or takes from it, against an account in the middle. */
export interface Contribution<Name extends string = string> {
  readonly criterion: Name
  readonly percentile: number
  /** weight × (percentile − 0.5), of the weights as given. */
  readonly contribution: number
}

const middle = 0.5

export interface Reasons<Name extends string = string> {
  /** The three largest contributions (fewer where fewer figures are known), largest first; they may be negative for an account that is weak throughout. */
  readonly strongest: readonly Contribution<Name>[]
  /** The smallest contribution; null when it is one of the strongest already (fewer than four known criteria). */
  readonly weakest: Contribution<Name> | null
}

/**
 * Why an account scored as it did: the three criteria that lifted it most and the one that lifted it least.
 *
 * A criterion without a figure is neither a reason nor a weakness. Equal contributions stay in the order of the model: the first counts as the stronger.
 *
 * @param ranks the criteria of one account, without those known for no account, in the order of the model
 * @example
 * reasons([{ criterion: 'value', weight: 0.5, percentile: 0.75 }, { criterion: 'growth', weight: 0.5, percentile: 0.25 }]).strongest.map((reason) => reason.contribution) // [0.125, -0.125]
 * reasons(['a', 'b', 'c', 'd'].map((criterion, i) => ({ criterion, weight: 1, percentile: i / 4 }))).weakest // { criterion: 'a', percentile: 0, contribution: -0.5 }
 */
export function reasons<Name extends string>(ranks: readonly CriterionRank<Name>[]): Reasons<Name> {
  const contributions = ranks
    .flatMap(({ criterion, weight, percentile }) =>
      percentile === null ? [] : [{ criterion, percentile, contribution: weight * (percentile - middle) }],
    )
    .sort((a, b) => b.contribution - a.contribution)
  const strongest = contributions.slice(0, 3)
  return { strongest, weakest: contributions.slice(3).at(-1) ?? null }
}
