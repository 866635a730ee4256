import type { RandomSource } from '../simulation/seeded-random.ts'
import { drawTimes } from './draw-times.ts'
import type { ResamplingPlan } from './resampling-plan.ts'
import { sampleLargePoisson } from './sample-large-poisson.ts'

/** What a replicate holds of each cell: accounts, those drawn twice counting twice, and the sum of their outcomes. */
export interface CellDraws {
  readonly sizes: Float64Array
  readonly sums: Float64Array
}

/**
 * Prepares to draw replicates of a population.
 *
 * @returns a function that draws one; every call overwrites what the last one gave
 * @example
 * cellDraws(resamplingPlan([rankedOutcomes([1], [7])], 1))(() => 0.5).sizes[0] // 0
 */
export function cellDraws(plan: ResamplingPlan): (random: RandomSource) => CellDraws {
  const { single, alike, cells } = plan
  const times = new Uint8Array(4 * Math.ceil(single.outcomes.length / 4))
  const drawn = { sizes: new Float64Array(cells), sums: new Float64Array(cells) }
  return (random) => {
    drawTimes(times, random)
    addSingles(drawn, { times, single })
    for (const { cell, outcome, accounts } of alike) {
      const often = sampleLargePoisson(random, accounts)
      drawn.sizes[cell] = (drawn.sizes[cell] ?? 0) + often
      drawn.sums[cell] = (drawn.sums[cell] ?? 0) + often * outcome
    }
    return drawn
  }
}

function addSingles(
  { sizes, sums }: CellDraws,
  { times, single }: { readonly times: Uint8Array; readonly single: ResamplingPlan['single'] },
): void {
  const { outcomes, cellEnds } = single
  let i = 0
  for (let cell = 0; cell < cellEnds.length; cell++) {
    const end = cellEnds[cell] ?? 0
    // Several sums at a time do not have to wait for one another.
    let [size, even, odd, rest] = [0, 0, 0, 0]
    for (; i + 1 < end; i += 2) {
      const first = times[i] ?? 0
      const second = times[i + 1] ?? 0
      size += first + second
      even += first * (outcomes[i] ?? 0)
      odd += second * (outcomes[i + 1] ?? 0)
    }
    if (i < end) {
      size += times[i] ?? 0
      rest = (times[i] ?? 0) * (outcomes[i] ?? 0)
      i++
    }
    sizes[cell] = size
    sums[cell] = even + odd + rest
  }
}
