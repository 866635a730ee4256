import { describe, expect, it } from 'vitest'
import { sampleNormal } from '../simulation/sample-normal.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { chooseEts } from './choose-ets.ts'
import { fitEts } from './fit-ets.ts'
import { forecastEts } from './forecast-ets.ts'
import { rollingOrigin } from './rolling-origin.ts'
import { runEts } from './run-ets.ts'
import { seasonalNaive } from './seasonal-naive.ts'

const series = Array.from(
  { length: 60 },
  (_, t) => 100 + 2 * t + 20 * Math.sin((2 * Math.PI * t) / 12) + (((t * 7919) % 101) - 50) / 5,
)

describe('the likelihood of exponential smoothing', () => {
  it('is that of the reference implementation at given parameters (statsmodels 0.15, ETSModel)', () => {
    const start = { alpha: 0.3, gamma: 0.2, level: 98, trend: 2 }
    const trended = runEts(series, {
      form: { error: 'additive', trend: 'additive', season: 'none' },
      parameters: { ...start, beta: 0.1, phi: 1, season: [] },
    })
    expect(trended.logLikelihood).toBeCloseTo(-263.79474478614804, 8)
  })

  it('of simple smoothing of three values is the one worked out by hand', () => {
    // α = ½ from level 4: expected 4, 4, 5; errors 0, 2, −2; σ² = 8/3.
    const form = { error: 'additive', trend: 'none', season: 'none' } as const
    const parameters = { alpha: 0.5, beta: 0, gamma: 0, phi: 1, level: 4, trend: 0, season: [] }
    const { squares, logLikelihood, state } = runEts([4, 6, 3], { form, parameters })
    expect({ squares, level: state.level }).toEqual({ squares: 8, level: 4 })
    expect(logLikelihood).toBeCloseTo(-1.5 * (Math.log((2 * Math.PI * 8) / 3) + 1), 12)
  })
})

describe('fits', () => {
  it('are no less likely than those of the reference implementation where both search the same', () => {
    const simple = fitEts(series, { form: { error: 'additive', trend: 'none', season: 'none' }, period: 12 })
    expect(simple?.logLikelihood).toBeGreaterThan(-236.5626)
    const trended = fitEts(series, { form: { error: 'additive', trend: 'additive', season: 'none' }, period: 12 })
    expect(trended?.logLikelihood).toBeGreaterThan(-239.2546)
  })

  it('choose a season where there is one and none where there is none', () => {
    expect(chooseEts(series, { period: 12 })?.form.season).not.toBe('none')
    const random = seededRandom(2)
    const noise = Array.from({ length: 48 }, () => 100 + 5 * sampleNormal(random))
    expect(chooseEts(noise, { period: 12 })?.form).toMatchObject({ trend: 'none', season: 'none' })
  })

  it('stand short, constant, empty and negative series', () => {
    expect(chooseEts([], { period: 12 })).toBeNull()
    expect(chooseEts([1, 2], { period: 12 })).toBeNull()
    for (const values of [Array(30).fill(0), Array(30).fill(7), series.map((value) => -value)]) {
      const fit = chooseEts(values, { period: 12 })
      const means = fit === null ? [] : forecastEts(fit, { steps: 6 }).map(({ mean }) => mean)
      expect(means.filter((mean) => Number.isFinite(mean))).toHaveLength(6)
    }
  })
})

describe('limits', () => {
  it('of simple smoothing widen by α² a step', () => {
    const fit = fitEts(series, { form: { error: 'additive', trend: 'none', season: 'none' }, period: 12 })
    if (fit === null) throw new Error('no fit')
    const width = forecastEts(fit, { steps: 5 }).map(({ mean, upper95 }) => (upper95 - mean) / 1.959963984540054)
    width.forEach((deviation, step) => {
      expect(deviation ** 2).toBeCloseTo(fit.variance * (1 + step * fit.parameters.alpha ** 2), 6)
    })
  })

  it('hold about as much as they say on series drawn from a model', () => {
    const random = seededRandom(7)
    let [held, all] = [0, 0]
    for (let round = 0; round < 60; round++) {
      let level = 100
      const values = Array.from({ length: 46 }, () => {
        const error = 5 * sampleNormal(random)
        const value = level + error
        level += 0.3 * error
        return value
      })
      const fit = fitEts(values.slice(0, 40), {
        form: { error: 'additive', trend: 'none', season: 'none' },
        period: 12,
      })
      if (fit === null) continue
      forecastEts(fit, { steps: 6 }).forEach(({ lower80, upper80 }, step) => {
        const seen = values[40 + step] ?? 0
        all++
        held += Number(seen >= lower80 && seen <= upper80)
      })
    }
    expect(held / all).toBeGreaterThan(0.7)
    expect(held / all).toBeLessThan(0.9)
  })
})

it('rolling origins see nothing of what they forecast', () => {
  const seen: number[] = []
  rollingOrigin(series, {
    period: 12,
    steps: 3,
    from: 40,
    every: 5,
    forecast: (past) => {
      seen.push(past.length)
      return seasonalNaive(past, { period: 12, steps: 3 })
    },
  })
  expect(seen).toEqual([40, 45, 50, 55])
})
