import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleQuantile } from '../scoring/sample-quantile.ts'
import { samplePoisson } from '../simulation/sample-poisson.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { bootstrapCaptures } from './bootstrap-captures.ts'
import { capturedOutcome } from './captured-outcome.ts'
import { drawTimes } from './draw-times.ts'
import { type RankedOutcomes, rankedOutcomes } from './ranked-outcomes.ts'
import { type ResamplingPlan, resamplingPlan } from './resampling-plan.ts'
import { sampleLargePoisson } from './sample-large-poisson.ts'
import { segmentCapture } from './segment-capture.ts'

/** The bootstrap as it is defined: account by account, then along each ranking. */
function plainCaptures(rankings: readonly RankedOutcomes[], top: number, seed: number): number[] {
  const random = seededRandom(seed)
  const accounts = rankings[0]?.order.length ?? 0
  const times = Uint8Array.from({ length: accounts }, () => samplePoisson(random, 1))
  const drawn = times.reduce((sum, often) => sum + often, 0)
  const along = rankings.map((ranked) => plainCapture(ranked, { times, places: (top / accounts) * drawn }))
  return [...along.map(({ captured }) => captured), along[0]?.whole ?? 0].map((each) => (each * accounts) / drawn)
}

function plainCapture(
  { order, outcomes, groupEnds }: RankedOutcomes,
  { times, places }: { times: Uint8Array; places: number },
): { captured: number; whole: number } {
  let [captured, whole, above, first] = [0, 0, 0, 0]
  for (const end of groupEnds) {
    let [size, sum] = [0, 0]
    for (let place = first; place < end; place++) {
      const often = times[order[place] ?? 0] ?? 0
      size += often
      sum += often * (outcomes[place] ?? 0)
    }
    if (size > 0 && above < places) captured += sum * Math.min(1, (places - above) / size)
    whole += sum
    above += size
    first = end
  }
  return { captured, whole }
}

/** Every account once. */
function onceEach({ single, alike, cells }: ResamplingPlan) {
  const [sizes, sums] = [new Float64Array(cells), new Float64Array(cells)]
  const add = (cell: number, each: { accounts: number; outcome: number }): void => {
    sizes[cell] = (sizes[cell] ?? 0) + each.accounts
    sums[cell] = (sums[cell] ?? 0) + each.accounts * each.outcome
  }
  single.outcomes.forEach((outcome, i) => {
    add(
      single.cellEnds.findIndex((end) => end > i),
      { accounts: 1, outcome },
    )
  })
  for (const { cell, ...each } of alike) add(cell, each)
  return { sizes, sums }
}

describe('resamplingPlan', () => {
  it('captures what the rankings capture when every account is drawn once', () => {
    const scores = (seed: number, accounts: number, levels: number): Float64Array => {
      const random = seededRandom(seed)
      return Float64Array.from({ length: accounts }, () => Math.floor(random() * levels))
    }
    fc.assert(
      fc.property(
        fc.record({
          accounts: fc.integer({ min: 1, max: 1500 }),
          share: fc.double({ min: 0, max: 1.2, noNaN: true }),
          levels: fc.constantFrom(1, 3, 50, 1e9),
          outcomes: fc.constantFrom(1, 2, 40, 1e6),
          seed: fc.nat(),
        }),
        ({ accounts, share, levels, outcomes, seed }) => {
          const top = Math.round(share * accounts)
          const brought = scores(seed, accounts, outcomes).map((each) => each - 1)
          const rankings = [1, 2, 3].map((i) => rankedOutcomes(scores(seed + i, accounts, levels), brought))
          const plan = resamplingPlan(rankings, top)
          const draws = onceEach(plan)
          expect(draws.sizes.reduce((sum, size) => sum + size, 0)).toBe(accounts)
          rankings.forEach((ranked, i) => {
            const segments = plan.segments[i] ?? { ofCell: new Uint32Array(), count: 0 }
            const captured = segmentCapture(draws, { segments, places: Math.min(top, accounts) })
            expect(captured).toBeCloseTo(capturedOutcome(ranked, top), 4)
          })
        },
      ),
      { numRuns: 30 },
    )
  })

  it('draws few accounts apart where there are many', () => {
    const random = seededRandom(1)
    const outcomes = Float64Array.from({ length: 50_000 }, () => (random() < 0.5 ? 0 : random()))
    const rankings = [1, 2].map(() => rankedOutcomes(outcomes.map(random), outcomes))
    const { cells, single } = resamplingPlan(rankings, 2000)
    expect(cells).toBeLessThan(3000)
    expect(single.outcomes.length).toBeLessThan(27_000)
  })
})

describe('bootstrapCaptures', () => {
  const random = seededRandom(11)
  const accounts = 2000
  const outcomes = Float64Array.from({ length: accounts }, () =>
    random() < 0.4 ? 0 : Math.round(Math.exp(6 * random() ** 3) * 10) / 10 - 2,
  )
  const noisy = (noise: number): Float64Array => outcomes.map((each) => Math.log(each + 3) + noise * random())
  const replicates = 800

  it.each([
    ['a few of many', 40, noisy(3), noisy(2)],
    ['a third of all, one ranking in coarse grades', 660, noisy(3), noisy(4).map(Math.round)],
    ['nearly all', 1900, noisy(1), noisy(6)],
  ])('is distributed as drawing account by account: %s', (_, top, champion, challenger) => {
    const rankings = [rankedOutcomes(champion, outcomes), rankedOutcomes(challenger, outcomes)]
    const plain = Array.from({ length: replicates }, (_each, i) => plainCaptures(rankings, top, 1000 + i))
    const { captured, totals } = bootstrapCaptures(rankings, { top, replicates, seed: 1 })
    const [first = totals, second = totals] = captured
    expectSameDistribution(
      first,
      plain.map(([each = 0]) => each),
    )
    expectSameDistribution(
      second.map((each, i) => each - (first[i] ?? 0)),
      plain.map(([one = 0, other = 0]) => other - one),
    )
    expectSameDistribution(
      totals,
      plain.map(([, , each = 0]) => each),
    )
    expectSameDistribution(
      totals.map((each, i) => (first[i] ?? 0) / each),
      plain.map(([one = 0, , each = 1]) => one / each),
    )
  })

  /** Mean, deviation and quantiles agree within four standard errors. */
  function expectSameDistribution(ours: ArrayLike<number>, plain: ArrayLike<number>): void {
    const [one, other] = [Float64Array.from(ours).sort(), Float64Array.from(plain).sort()]
    const [here, there] = [moments(one), moments(other)]
    expect(Math.abs(here.mean - there.mean)).toBeLessThan(4 * there.deviation * Math.sqrt(2 / replicates))
    expect(Math.abs(here.deviation / there.deviation - 1)).toBeLessThan(4 / Math.sqrt(replicates))
    for (const probability of [0.025, 0.25, 0.5, 0.75, 0.975]) {
      const at = sampleQuantile(other, probability)
      const below = one.filter((each) => each <= at).length / replicates
      expect(Math.abs(below - probability)).toBeLessThan(
        4 * Math.sqrt((2 * probability * (1 - probability)) / replicates),
      )
    }
  }

  it('has nothing to say of nobody, and the same of equals', () => {
    expect([...bootstrapCaptures([rankedOutcomes([], [])], { top: 3, replicates: 2, seed: 1 }).totals]).toEqual([0, 0])
    const alike = rankedOutcomes(new Float64Array(500), new Float64Array(500).fill(2))
    const { captured, totals } = bootstrapCaptures([alike], { top: 50, replicates: 20, seed: 1 })
    for (const each of captured[0] ?? []) expect(each).toBeCloseTo(100, 9)
    for (const each of totals) expect(each).toBeCloseTo(1000, 9)
  })
})

function moments(values: Float64Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length
  return { mean, deviation: Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1)) }
}

describe('Poisson draws', () => {
  it('of mean 1 come as often as their probabilities say, and are independent', () => {
    const times = new Uint8Array(400_000)
    drawTimes(times, seededRandom(5))
    const counts = new Float64Array(20)
    times.forEach((each) => (counts[each] = (counts[each] ?? 0) + 1))
    let probability = Math.exp(-1)
    for (let k = 0; k < 8; k++) {
      const expected = times.length * probability
      expect(Math.abs((counts[k] ?? 0) - expected)).toBeLessThan(4 * Math.sqrt(expected) + 2)
      probability /= k + 1
    }
    for (const lag of [1, 2, 3, 4]) {
      let sum = 0
      for (let i = lag; i < times.length; i++) sum += ((times[i] ?? 0) - 1) * ((times[i - lag] ?? 0) - 1)
      expect(Math.abs(sum)).toBeLessThan(4 * Math.sqrt(times.length))
    }
  })

  it.each([10, 16, 100, 1e4, 1e6])('of mean %d have the mean, the variance and the skewness of theirs', (mean) => {
    const random = seededRandom(9)
    const size = 50_000
    const draws = Float64Array.from({ length: size }, () => (sampleLargePoisson(random, mean) - mean) / Math.sqrt(mean))
    const central = moments(draws)
    const skewness = draws.reduce((sum, each) => sum + each ** 3, 0) / size
    expect(Math.abs(central.mean)).toBeLessThan(4 / Math.sqrt(size))
    expect(Math.abs(central.deviation ** 2 - 1)).toBeLessThan(4 * Math.sqrt((2 + 1 / mean) / size))
    expect(Math.abs(skewness - 1 / Math.sqrt(mean))).toBeLessThan(5 * Math.sqrt(15 / size))
  })
})
