import { describe, expect, it } from 'vitest'
import { sampleExponential } from '../simulation/sample-exponential.ts'
import { sampleNormal } from '../simulation/sample-normal.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { fitCox } from './fit-cox.ts'
import { fitShiftedBetaGeometric } from './fit-shifted-beta-geometric.ts'
import { fitWeibull } from './fit-weibull.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { logRank } from './log-rank.ts'
import { renewalForecast } from './renewal-forecast.ts'

describe('fitShiftedBetaGeometric', () => {
  // Fader and Hardie 2007: the two cohorts of a subscription business.
  it.each([
    [[1000, 869, 743, 653, 593, 551, 517, 491], 0.668088, 3.806096, -1611.158],
    [[1000, 631, 468, 382, 326, 289, 262, 241], 0.704077, 1.182043, -1680.265],
  ])('%j', (survivors, alpha, beta, logLikelihood) => {
    const fit = fitShiftedBetaGeometric(survivors)
    expect(fit.verdict).toBe('converged')
    expect((fit.parameters?.alpha ?? 0) / alpha).toBeCloseTo(1, 4)
    expect((fit.parameters?.beta ?? 0) / beta).toBeCloseTo(1, 4)
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 3)
    const { survival } = renewalForecast(fit.parameters ?? { alpha: 1, beta: 1 }, 7)
    survivors.forEach((count, t) => expect(Math.abs((survival[t] ?? 0) - count / 1000)).toBeLessThan(0.02))
  })

  it('constant retention: the spread between customers is not identified', () => {
    const fit = fitShiftedBetaGeometric([1000, 800, 640, 512, 409.6])
    expect(fit.verdict).toBe('notIdentified')
    const { alpha = 0, beta = 1 } = fit.parameters ?? {}
    expect(alpha / (alpha + beta)).toBeCloseTo(0.2, 3)
  })

  it('everybody left at once', () => {
    expect(Number.isFinite(fitShiftedBetaGeometric([10, 0, 0]).logLikelihood)).toBe(true)
  })
})

describe('kaplanMeier', () => {
  // Leukaemia remission times, 6-MP group: Freireich 1963, as in every textbook.
  const durations = Float64Array.of(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35)
  const events = Uint8Array.of(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)
  const placebo = Float64Array.of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)

  it('the textbook', () => {
    const curve = kaplanMeier({ durations, events })
    const at = (time: number): number => curve.times.indexOf(time)
    expect(curve.survival[at(6)]).toBeCloseTo(0.857, 3)
    expect(curve.survival[at(10)]).toBeCloseTo(0.753, 3)
    expect(curve.survival[at(23)]).toBeCloseTo(0.448, 3)
    expect(curve.standardErrors[at(6)]).toBeCloseTo(0.0764, 4)
    expect(curve.standardErrors[at(23)]).toBeCloseTo(0.1346, 4)
  })

  it('log-rank against the placebo, and Cox on the same', () => {
    const both = Float64Array.of(...durations, ...placebo)
    const data = { durations: both, events: Uint8Array.of(...events, ...new Uint8Array(21).fill(1)) }
    const treated = Float64Array.from(both, (_, i) => Number(i < 21))
    expect(logRank(data, Uint32Array.from(treated)).statistic).toBeCloseTo(16.79, 2)
    const fit = fitCox(data, [treated])
    expect(fit.coefficients?.[0]).toBeCloseTo(-1.5721, 4)
    expect(fit.standardErrors?.[0]).toBeCloseTo(0.4124, 4)
    const weibull = fitWeibull(data, [treated])
    expect(weibull.shape).toBeCloseTo(1.366, 3)
    expect(weibull.intercept).toBeCloseTo(2.248, 3)
    expect(weibull.coefficients?.[0]).toBeCloseTo(1.267, 3)
    expect(weibull.standardErrors?.[0]).toBeCloseTo(0.166, 3)
    expect(weibull.standardErrors?.[1]).toBeCloseTo(0.311, 3)
    expect(weibull.logLikelihood).toBeCloseTo(-106.6, 1)
  })
})

describe('fitCox', () => {
  it('simulated lifetimes give the hazard ratios back within three standard errors', () => {
    const random = seededRandom(7)
    const x = Float64Array.from({ length: 2000 }, () => sampleNormal(random))
    const lifetimes = x.map((value) => sampleExponential(random, 0.05 * Math.exp(0.8 * value)))
    const ends = x.map(() => 40 * random())
    const events = Uint8Array.from(lifetimes, (life, i) => Number(life <= (ends[i] ?? 0)))
    const durations = lifetimes.map((life, i) => Math.min(life, ends[i] ?? 0))
    const cox = fitCox({ durations, events }, [x])
    const weibull = fitWeibull({ durations, events }, [x])
    expect(Math.abs(((cox.coefficients?.[0] ?? 0) - 0.8) / (cox.standardErrors?.[0] ?? 0))).toBeLessThan(3)
    expect(Math.abs((weibull.hazardCoefficients?.[0] ?? 0) - 0.8)).toBeLessThan(0.15)
    expect(weibull.shape).toBeCloseTo(1, 1)
  })

  it.each([
    ['a column given twice', [Float64Array.of(1, 2, 4, 3), Float64Array.of(1, 2, 4, 3)]],
    ['a constant column', [Float64Array.of(5, 5, 5, 5)]],
    ['a column that tells the order of all events', [Float64Array.of(4, 3, 2, 1)]],
  ])('%s: not identified', (_, columns) => {
    const data = { durations: Float64Array.of(1, 2, 3, 4), events: Uint8Array.of(1, 1, 1, 1) }
    expect(fitCox(data, columns)).toMatchObject({ verdict: 'notIdentified', coefficients: null })
  })
})
