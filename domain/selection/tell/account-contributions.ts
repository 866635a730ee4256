import { scoreContributions } from '@vitalfew/methods/scoring/score-contributions.ts'
import { scoreRow } from '@vitalfew/methods/scoring/score-row.ts'
import { shapleyContributions } from '@vitalfew/methods/scoring/shapley-contributions.ts'
import type { ScoredModel } from '../scoring/score-model.ts'

/** Why an account's score differs from the mean account's: points of 100, one per criterion. */
export interface AccountContributions {
  /** These and `meanScore` add up to the account's score. */
  readonly points: ArrayLike<number>
  readonly meanScore: number
}

export interface Contributions {
  /** One column per criterion for all accounts; empty where the score is no sum and only some are looked into. */
  readonly columns: readonly Float64Array[]
  readonly meanScore: number
  readonly of: (account: number) => AccountContributions
}

/** Accounts that a score which is no sum is compared with: spread over the ranking, so that they stand for all. */
const referenceAccounts = 64

/** What each criterion adds to scores or takes from them. */
export function modelContributions(scored: ScoredModel): Contributions {
  const { scoring } = scored
  if (scoring === null) return nothingKnown(scored.criteria.length)
  return scoring.aggregation === 'weighted-sum' ? sums(scored, scoring) : shares(scored, scoring)
}

type Scoring = NonNullable<ScoredModel['scoring']>

function nothingKnown(criteria: number): Contributions {
  const points = new Float64Array(criteria)
  return { columns: [], meanScore: 50, of: () => ({ points, meanScore: 50 }) }
}

/** The mean is that of the accounts compared; what is outside the population is not part of it. */
function sums(scored: ScoredModel, scoring: Scoring): Contributions {
  const isEverybody = !scored.population.includes(0)
  const inside = isEverybody
    ? null
    : Uint32Array.from(scored.population.keys()).filter((i) => scored.population[i] === 1)
  const values = scored.values.map((column) =>
    inside === null ? column : Float64Array.from(inside, (i) => column[i] ?? Number.NaN),
  )
  const found = scoreContributions(values, scoring)
  const columns = found.columns.map((column, criterion) => {
    const points = column.map((share) => 100 * share)
    // A percentile's mean is the middle whatever the ties; what doubles lose in adding up must not decide between reasons.
    const isAsKnown = scored.values[criterion] === scored.criteria[criterion]?.values && scoring.missing === 'neutral'
    const isExact = scored.criteria[criterion]?.fitted.method === 'percentile' && isAsKnown
    if (isExact) centre(points, { weight: scoring.weights[criterion] ?? 0, values: values[criterion] })
    return inside === null ? points : spread(points, { inside, accounts: scored.population.length })
  })
  const meanScore = 100 * found.meanScore
  return {
    columns,
    meanScore,
    of: (account) => ({ points: columns.map((column) => column[account] ?? 0), meanScore }),
  }
}

function centre(
  points: Float64Array,
  { weight, values }: { readonly weight: number; readonly values: Float64Array | undefined },
): void {
  for (let i = 0; i < points.length; i++) {
    const value = values?.[i] ?? Number.NaN
    points[i] = Number.isNaN(value) ? 0 : 100 * (weight * (value - 0.5))
  }
}

function spread(
  points: Float64Array,
  { inside, accounts }: { readonly inside: Uint32Array; readonly accounts: number },
): Float64Array {
  const all = new Float64Array(accounts)
  inside.forEach((account, i) => (all[account] = points[i] ?? 0))
  return all
}

function shares(scored: ScoredModel, scoring: Scoring): Contributions {
  const rowOf = (account: number): Float64Array =>
    Float64Array.from(scored.values, (values) => values[account] ?? Number.NaN)
  const step = Math.max(1, Math.floor(scored.ranking.length / referenceAccounts))
  const sample = Array.from(scored.ranking.filter((_, place) => place % step === 0).subarray(0, referenceAccounts))
  const reference = sample.length === 0 ? [new Float64Array(scored.criteria.length).fill(0.5)] : sample.map(rowOf)
  const score = (row: Float64Array): number => 100 * scoreRow(row, scoring)
  const mean = reference.reduce((sum, row) => sum + score(Float64Array.from(row)), 0) / reference.length
  return {
    columns: [],
    meanScore: mean,
    of: (account) => {
      const { base, contributions } = shapleyContributions(rowOf(account), { reference, score })
      return { points: contributions, meanScore: base }
    },
  }
}
