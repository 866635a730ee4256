import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleGamma } from '../simulation/sample-gamma.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { fitRhythm } from './fit-rhythm.ts'
import { purchaseRhythm } from './purchase-rhythm.ts'
import type { TimedGaps } from './rhythm-gaps.ts'

const truth = { regularity: 4, spread: 3, scale: 60 }

describe('fitRhythm', () => {
  it('finds the rhythm of a simulated portfolio', () => {
    const fit = fitRhythm(simulate(4000).accounts)
    expect(fit.verdict).toBe('converged')
    for (const name of ['regularity', 'spread', 'scale'] as const) {
      const error = fit.standardErrors?.[name] ?? Number.NaN
      expect(Math.abs((fit.parameters?.[name] ?? 0) - truth[name]) / error).toBeLessThan(3)
      expect(error / truth[name]).toBeLessThan(0.1)
    }
  })

  it.each([
    ['no account', 0],
    ['accounts of one purchase', 90],
  ])('%s: too few', (_, count) => {
    const none = () => new Float64Array(count)
    const fit = fitRhythm({ gaps: none(), meanGap: none(), silence: none(), logGaps: none() })
    expect(fit).toMatchObject({ verdict: 'tooFewAccounts', parameters: null })
  })

  it('clockwork is not identified, and its cycle is found all the same', () => {
    const column = (value: number): Float64Array => new Float64Array(50).fill(value)
    const accounts = { gaps: column(6), meanGap: column(7), silence: column(21), logGaps: column(6 * Math.log(7)) }
    const fit = fitRhythm(accounts)
    expect(fit.verdict).not.toBe('converged')
    const { cycle, overdueCycles } = purchaseRhythm(fit.parameters ?? truth, accounts)
    expect(cycle[0]).toBeCloseTo(7, 2)
    expect(overdueCycles[0]).toBeCloseTo(2, 2)
  })
})

describe('purchaseRhythm', () => {
  it('the interval holds the next gap as often as it says', () => {
    const { accounts, next } = simulate(4000)
    for (const level of [0.5, 0.9]) {
      const { dueInLower, dueInUpper } = purchaseRhythm(truth, accounts, { level })
      const held = next.filter((gap, i) => {
        const due = gap - (accounts.silence[i] ?? 0)
        return due >= (dueInLower[i] ?? 0) && due <= (dueInUpper[i] ?? 0)
      })
      expect(Math.abs(held.length / next.length - level)).toBeLessThan(0.03)
    }
  })

  it('silence probabilities of going concerns are spread evenly', () => {
    const { accounts, next } = simulate(4000)
    const { silenceProbability } = purchaseRhythm(truth, { ...accounts, silence: next })
    for (const share of [0.1, 0.5, 0.9]) {
      const below = silenceProbability.filter((probability) => probability < share).length / next.length
      expect(Math.abs(below - share)).toBeLessThan(0.03)
    }
  })

  it('an account of many gaps keeps its own cycle', () => {
    const accounts = { gaps: Float64Array.of(500), meanGap: Float64Array.of(14), silence: Float64Array.of(28) }
    const { cycle, overdueCycles } = purchaseRhythm(truth, accounts)
    expect(cycle[0]).toBeCloseTo(14, 0)
    expect(overdueCycles[0]).toBeCloseTo(1, 1)
  })

  it('laws: ends in order, longer silence is later and less likely, the unit of time does not matter', () => {
    const positive = fc.double({ min: 0.05, max: 50, noNaN: true })
    const time = fc.double({ min: 0.1, max: 500, noNaN: true })
    const account = fc.tuple(fc.integer({ min: 0, max: 60 }), time, time)
    fc.assert(
      fc.property(positive, positive, time, account, (regularity, spread, scale, [count, mean, silence]) => {
        const at = (longer: number, unit: number) =>
          purchaseRhythm(
            { regularity, spread, scale: scale * unit },
            {
              gaps: Float64Array.of(count),
              meanGap: Float64Array.of(mean * unit),
              silence: Float64Array.of((silence + longer) * unit),
            },
          )
        const [now, later, abroad] = [at(0, 1), at(10, 1), at(0, 7)]
        expect(now.dueInLower[0]).toBeLessThanOrEqual(now.dueInUpper[0] ?? 0)
        expect(later.overdueCycles[0]).toBeGreaterThanOrEqual(now.overdueCycles[0] ?? 0)
        expect(later.silenceProbability[0]).toBeLessThanOrEqual((now.silenceProbability[0] ?? 0) + 1e-12)
        expect(abroad.overdueCycles[0]).toBeCloseTo(now.overdueCycles[0] ?? 0, 6)
        expect((abroad.cycle[0] ?? 0) / 7 / (now.cycle[0] ?? 1)).toBeCloseTo(1, 9)
      }),
    )
  })
})

/** Accounts of 1 to 6 finished gaps, and the gap that follows. */
function simulate(count: number): { accounts: TimedGaps; next: Float64Array } {
  const random = seededRandom(19)
  const gaps = Float64Array.from({ length: count }, () => 1 + Math.floor(6 * random()))
  const next = new Float64Array(count)
  const logGaps = new Float64Array(count)
  const meanGap = gaps.map((seen, i) => {
    const rate = sampleGamma(random, { shape: truth.spread, rate: truth.scale })
    const times = Array.from({ length: seen + 1 }, () => sampleGamma(random, { shape: truth.regularity, rate }))
    next[i] = times.pop() ?? 0
    logGaps[i] = times.reduce((sum, time) => sum + Math.log(time), 0)
    return times.reduce((sum, time) => sum + time, 0) / seen
  })
  return { accounts: { gaps, meanGap, silence: gaps.map(() => 20), logGaps }, next }
}
