import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import type { RankedOutcomes } from './ranked-outcomes.ts'

/** What rankings capture in populations drawn anew from the one at hand. */
export interface BootstrapCaptures {
  /** Per ranking, one figure for each replicate: captured outcome, in populations of the same size. */
  readonly captured: readonly Float64Array[]
  /** Total outcome of each replicate. */
  readonly totals: Float64Array
}

/** Cumulative probabilities of the Poisson distribution of mean 1; beyond the last they cannot be told from 1. */
const poissonSteps = (() => {
  const steps: number[] = []
  let probability = Math.exp(-1)
  let sum = 0
  for (let k = 0; k < 19; k++) {
    sum += probability
    steps.push(sum)
    probability /= k + 1
  }
  return Float64Array.from(steps)
})()

/**
 * Bootstrap over accounts: every account is in a replicate as often as a Poisson variable of mean 1 says, for all rankings
 * alike, so that their differences are paired. The scores are not fitted anew. The first top / n of the replicate are taken.
 *
 * Each replicate has its own seed; the time is proportional to accounts · replicates.
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
  const count = rankings[0]?.outcomes.length ?? 0
  const captured = rankings.map(() => new Float64Array(replicates))
  const totals = new Float64Array(replicates)
  const times = new Uint8Array(count)
  const base = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d)
  for (let replicate = 0; replicate < replicates; replicate++) {
    const drawn = drawTimes(times, (base + replicate) | 0)
    // To the size of the population at hand: a replicate has about as many accounts, not exactly.
    const scale = drawn === 0 ? 0 : count / drawn
    rankings.forEach((ranked, i) => {
      const { whole, taken } = weightedCapture(ranked, { times, places: (Math.min(top, count) / count) * drawn })
      const column = captured[i]
      if (column !== undefined) column[replicate] = taken * scale
      totals[replicate] = whole * scale
    })
  }
  return { captured, totals }
}

function drawTimes(times: Uint8Array, seed: number): number {
  const random = seededRandom(seed)
  let drawn = 0
  for (let i = 0; i < times.length; i++) {
    const uniform = random()
    let k = 0
    while (k < poissonSteps.length && uniform >= (poissonSteps[k] ?? 1)) k++
    times[i] = k
    drawn += k
  }
  return drawn
}

function weightedCapture(
  { order, outcomes, groupEnds }: RankedOutcomes,
  { times, places }: { readonly times: Uint8Array; readonly places: number },
): { whole: number; taken: number } {
  let [whole, taken, weight, first] = [0, 0, 0, 0]
  for (const end of groupEnds) {
    let [sum, size] = [0, 0]
    for (let i = first; i < end; i++) {
      const often = times[order[i] ?? 0] ?? 0
      size += often
      sum += often * (outcomes[i] ?? 0)
    }
    if (size > 0 && weight < places) taken += sum * Math.min(1, (places - weight) / size)
    whole += sum
    weight += size
    first = end
  }
  return { whole, taken }
}
