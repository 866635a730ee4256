import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { total } from '../arithmetic/total.ts'
import { sampleQuantile } from '../scoring/sample-quantile.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import { bootstrapCaptures } from './bootstrap-captures.ts'
import { capturedOutcome } from './captured-outcome.ts'
import { chanceCapture } from './chance-capture.ts'
import { rankedOutcomes } from './ranked-outcomes.ts'

/** A way to rank accounts, as it stood before the outcome. */
export interface Contender<Name extends string = string> {
  readonly name: Name
  /** Higher = better; NaN = unknown, ranked last. */
  readonly scores: ArrayLike<number>
}

export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** How much outcome a ranking's first accounts captured. */
export interface CaptureResult<Name extends string = string> {
  readonly name: Name
  readonly captured: number
  readonly interval: Interval
  /** captured / total; NaN where the total is not above 0. */
  readonly share: number
  readonly shareInterval: Interval
  /** captured / what chance captures; NaN where that is not above 0. */
  readonly lift: number
  /** 0 = as chance, 1 = as perfect foresight; NaN where foresight gains nothing on chance. */
  readonly skill: number
}

/** A ranking against the first one, the champion; differences are this one's outcome minus the champion's. */
export interface ChallengerResult<Name extends string = string> {
  readonly name: Name
  readonly difference: number
  readonly interval: Interval
  /** `better` and `worse` only where the interval does not hold 0. */
  readonly verdict: 'better' | 'worse' | 'cannot tell'
}

export interface BacktestResult<Name extends string = string> {
  readonly accounts: number
  readonly top: number
  readonly total: number
  readonly chance: { readonly mean: number; readonly variance: number }
  /** Outcome of the accounts that turned out best. */
  readonly foresight: number
  /** In the order given. */
  readonly results: readonly CaptureResult<Name>[]
  /** All contenders but the first, each against the first. */
  readonly challengers: readonly ChallengerResult<Name>[]
}

export interface BacktestOptions {
  /** How many accounts a ranking may choose. */
  readonly top: number
  readonly seed: number
  /** Of the bootstrap; 1000 where absent. */
  readonly replicates?: number
  /** Of the intervals; 0.95 where absent. */
  readonly level?: number
}

/**
 * Back-test: what the first accounts of each ranking brought afterwards, against chance, perfect foresight and each other.
 *
 * Intervals are percentiles of a bootstrap over accounts, differences are paired. They say how far another draw of the same
 * accounts could change the result, not whether another year would be like this one. Whoever calls sees to it that scores
 * know nothing of the outcome.
 *
 * @param outcomes what came of each account, may be negative
 * @param contenders the champion first
 * @param options how many are chosen, a seed
 * @throws RangeError naming the argument it cannot work with
 * Source: Efron and Tibshirani 1993, "An introduction to the bootstrap", chapter 13; lift: Ling and Li 1998, "Data mining for
 * direct marketing".
 * @example
 * compareRankings([5, 1, 0], [{ name: 'ours', scores: [3, 2, 1] }], { top: 1, seed: 1 }).results[0].lift // 2.5
 * compareRankings([5, 1, 0], [{ name: 'ours', scores: [3, 2, 1] }, { name: 'same', scores: [3, 2, 1] }], { top: 1, seed: 1 }).challengers[0].verdict // 'cannot tell'
 * compareRankings([5], [{ name: 'ours', scores: [3] }], { top: -1, seed: 1 }) // throws RangeError
 */
export function compareRankings<Name extends string>(
  outcomes: ArrayLike<number>,
  contenders: readonly Contender<Name>[],
  options: BacktestOptions,
): BacktestResult<Name> {
  const { top, seed, replicates = 1000, level = 0.95 } = options
  requireNonNegative('top', requireInteger('top', top))
  requireFraction('level', level)
  const rankings = contenders.map(({ scores }) => rankedOutcomes(scores, outcomes))
  const boot = bootstrapCaptures(rankings, { top, replicates, seed })
  const whole = total(outcomes)
  const chance = chanceCapture(outcomes, top)
  const foresight = capturedOutcome(rankedOutcomes(outcomes, outcomes), top)
  const captures = rankings.map((ranked) => capturedOutcome(ranked, top))
  const results = contenders.map(({ name }, i): CaptureResult<Name> => {
    const captured = captures[i] ?? 0
    const replicated = boot.captured[i] ?? new Float64Array()
    const shares = replicated.map((each, r) => ratio(each, boot.totals[r] ?? 0))
    return {
      name,
      captured,
      interval: percentileInterval(replicated, level),
      share: ratio(captured, whole),
      shareInterval: percentileInterval(shares, level),
      lift: ratio(captured, chance.mean),
      skill: ratio(captured - chance.mean, foresight - chance.mean),
    }
  })
  const challengers = contenders.slice(1).map(({ name }, i): ChallengerResult<Name> => {
    const differences = (boot.captured[i + 1] ?? new Float64Array()).map(
      (each, r) => each - (boot.captured[0]?.[r] ?? 0),
    )
    const interval = percentileInterval(differences, level)
    return { name, difference: (captures[i + 1] ?? 0) - (captures[0] ?? 0), interval, verdict: verdictOf(interval) }
  })
  return { accounts: outcomes.length, top, total: whole, chance, foresight, results, challengers }
}

function ratio(above: number, below: number): number {
  return below > 0 ? above / below : Number.NaN
}

/** NaN at both ends where there is nothing to go by. */
function percentileInterval(replicated: Float64Array, level: number): Interval {
  const sorted = replicated.filter((each) => !Number.isNaN(each)).sort()
  return { lower: sampleQuantile(sorted, (1 - level) / 2), upper: sampleQuantile(sorted, (1 + level) / 2) }
}

function verdictOf({ lower, upper }: Interval): ChallengerResult['verdict'] {
  if (lower > 0) return 'better'
  return upper < 0 ? 'worse' : 'cannot tell'
}
