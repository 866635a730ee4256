import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { cellDraws } from './cell-draws.ts'
import type { RankedOutcomes } from './ranked-outcomes.ts'
import { resamplingPlan } from './resampling-plan.ts'
import { segmentCapture } from './segment-capture.ts'

/** What rankings capture in populations drawn anew from the one at hand. */
export interface BootstrapCaptures {
  /** Per ranking, one figure for each replicate: captured outcome, in populations of the same size. */
  readonly captured: readonly Float64Array[]
  /** Total outcome of each replicate. */
  readonly totals: Float64Array
}

/**
 * Bootstrap over accounts: every account is in a replicate as often as a Poisson variable of mean 1 says, for all rankings
 * alike, so that their differences are paired. The scores are not fitted anew. The first top / n of the replicate are taken.
 *
 * Each replicate has its own seed; the time is proportional to accounts · replicates. Accounts that are certain to be
 * taken by a ranking, or not to be, are added up, and equal outcomes among them are drawn at once: the distribution is that
 * of drawing account by account (but for an error below 1e-11, see `rankSegments`).
 *
 * @param rankings of the same accounts, see `rankedOutcomes`
 * @param options `top`: accounts taken of the population at hand; replicates; a seed
 * @throws RangeError naming the argument it cannot work with
 * Source: Efron 1979, "Bootstrap methods: another look at the jackknife"; Poisson weights: Chamandy, Muralidharan, Najmi and
 * Naidu 2012, "Estimating uncertainty for massive data streams".
 * @example
 * bootstrapCaptures([rankedOutcomes([2, 1], [1, 1])], { top: 1, replicates: 3, seed: 1 }).totals.length // 3
 * bootstrapCaptures([], { top: 1, replicates: -1, seed: 1 }) // throws RangeError
 */
export function bootstrapCaptures(
  rankings: readonly RankedOutcomes[],
  { top, replicates, seed }: { readonly top: number; readonly replicates: number; readonly seed: number },
): BootstrapCaptures {
  requireNonNegative('top', top)
  requireNonNegative('replicates', requireInteger('replicates', replicates))
  requireInteger('seed', seed)
  const captured = rankings.map(() => new Float64Array(replicates))
  const totals = new Float64Array(replicates)
  const plan = resamplingPlan(rankings, top)
  const { accounts } = plan
  const draw = cellDraws(plan)
  const base = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d)
  for (let replicate = 0; replicate < replicates; replicate++) {
    const draws = draw(seededRandom((base + replicate) | 0))
    const drawn = sumOf(draws.sizes)
    // To the size of the population at hand: a replicate has about as many accounts, not exactly.
    const scale = drawn === 0 ? 0 : accounts / drawn
    const places = (Math.min(top, accounts) / accounts) * drawn
    totals[replicate] = sumOf(draws.sums) * scale
    captured.forEach((column, i) => {
      const segments = plan.segments[i]
      column[replicate] = segments === undefined ? 0 : segmentCapture(draws, { segments, places }) * scale
    })
  }
  return { captured, totals }
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  return sum
}
