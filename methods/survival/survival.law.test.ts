import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concordance } from './concordance.ts'
import { coxPartialLikelihood } from './cox-partial-likelihood.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { logRank } from './log-rank.ts'
import { renewalForecast } from './renewal-forecast.ts'
import { proportionalityTest } from './proportionality-test.ts'
import { forEachEventTime, riskOrder } from './risk-sets.ts'
import { survivalAt } from './survival-at.ts'
import type { SurvivalData } from './survival-data.ts'

interface Subject {
  readonly duration: number
  readonly event: number
  readonly group: number
  readonly score: number
}

const subject: fc.Arbitrary<Subject> = fc.record({
  duration: fc.integer({ min: 1, max: 12 }),
  event: fc.integer({ min: 0, max: 1 }),
  group: fc.integer({ min: 0, max: 2 }),
  score: fc.integer({ min: -4, max: 4 }),
})
const subjects = fc.array(subject, { minLength: 1, maxLength: 40 })

function dataOf(rows: readonly Subject[]): SurvivalData {
  return {
    durations: Float64Array.from(rows, ({ duration }) => duration),
    events: Uint8Array.from(rows, ({ event }) => event),
  }
}

describe('kaplanMeier', () => {
  it('falls from at most 1 to at least 0 within its limits', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const { survival, lower, upper } = kaplanMeier(dataOf(rows))
        survival.forEach((value, i) => {
          expect(value).toBeLessThanOrEqual(survival[i - 1] ?? 1)
          expect(lower[i]).toBeLessThanOrEqual(value)
          expect(upper[i]).toBeGreaterThanOrEqual(value)
          expect(upper[i]).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  it('without censoring is the share of those who are left', () => {
    fc.assert(
      fc.property(subjects, fc.integer({ min: 0, max: 13 }), (rows, time) => {
        const left = rows.filter(({ duration }) => duration > time).length / rows.length
        const curve = kaplanMeier(dataOf(rows.map((row) => ({ ...row, event: 1 }))))
        expect(survivalAt(curve, time)).toBeCloseTo(left, 12)
      }),
    )
  })
})

describe('logRank', () => {
  it('expects as many events as there were, whatever the order of the subjects', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const groups = Uint32Array.from(rows, ({ group }) => group)
        const test = logRank(dataOf(rows), groups)
        const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0)
        expect(sum(test.observed)).toBeCloseTo(sum(test.expected), 9)
        expect(test.pValue).toBeGreaterThanOrEqual(0)
        expect(test.pValue).toBeLessThanOrEqual(1)
        expect(logRank(dataOf(rows.toReversed()), groups.toReversed()).statistic).toBeCloseTo(test.statistic, 6)
      }),
    )
  })
})

describe('concordance', () => {
  it('is the share over all pairs, counted one by one', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        let right = 0
        let compared = 0
        for (const first of rows) {
          for (const other of rows) {
            const later = other.duration > first.duration || (other.duration === first.duration && other.event === 0)
            if (first.event === 0 || !later) continue
            compared++
            right += first.score === other.score ? 0.5 : Number(first.score > other.score)
          }
        }
        const expected = compared === 0 ? 0.5 : right / compared
        const scores = Float64Array.from(rows, ({ score }) => score)
        expect(concordance(dataOf(rows), scores)).toBeCloseTo(expected, 12)
      }),
    )
  })
})

describe('coxPartialLikelihood', () => {
  it('has the slope and the curvature that it says', () => {
    const slope = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(subjects, slope, slope, (rows, one, two) => {
        const columns = [Float64Array.from(rows, ({ score }) => score), Float64Array.from(rows, ({ group }) => group)]
        const order = riskOrder(dataOf(rows), columns)
        const at = (a: number, b: number) => coxPartialLikelihood(order, Float64Array.of(a, b))
        const { gradient, information } = at(one, two)
        const [up, down] = [at(one + 1e-5, two), at(one - 1e-5, two)]
        expect((up.value - down.value) / 2e-5).toBeCloseTo(gradient[0] ?? 0, 3)
        expect(((down.gradient[0] ?? 0) - (up.gradient[0] ?? 0)) / 2e-5).toBeCloseTo(information.values[0] ?? 0, 3)
        expect(((down.gradient[1] ?? 0) - (up.gradient[1] ?? 0)) / 2e-5).toBeCloseTo(information.values[1] ?? 0, 3)
      }),
    )
  })
})

describe('strata', () => {
  it('have the likelihood that they have one by one, summed', () => {
    const slope = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(subjects, slope, (rows, coefficient) => {
        const likelihood = (some: readonly Subject[]) => {
          const columns = [Float64Array.from(some, ({ score }) => score)]
          const strata = Uint32Array.from(some, ({ group }) => group)
          return coxPartialLikelihood(riskOrder(dataOf(some), columns, strata), Float64Array.of(coefficient))
        }
        const parts = [0, 1, 2].map((own) => likelihood(rows.filter(({ group }) => group === own)))
        const sum = (of: (part: (typeof parts)[number]) => number): number =>
          parts.reduce((all, part) => all + of(part), 0)
        const whole = likelihood(rows)
        expect(whole.value).toBeCloseTo(
          sum(({ value }) => value),
          9,
        )
        expect(whole.gradient[0]).toBeCloseTo(
          sum(({ gradient }) => gradient[0] ?? 0),
          9,
        )
      }),
    )
  })
})

describe('proportionalityTest', () => {
  it('is the score test of the likelihood in which each column has an effect that moves with time', () => {
    fc.assert(
      fc.property(subjects, fc.double({ min: -1, max: 1, noNaN: true }), (rows, coefficient) => {
        const data = dataOf(rows)
        const columns = [Float64Array.from(rows, ({ score }) => score)]
        const order = riskOrder(data, columns)
        const curve = kaplanMeier(data)
        const gone = (time: number): number => 1 - (curve.survival[curve.times.indexOf(time) - 1] ?? 1)
        /** The slope of the likelihood along the constant and along the moving part of the effect. */
        const slopes = (constant: number, moving: number): [number, number] => {
          let [first, second] = [0, 0]
          for (const time of curve.times) {
            const own = Float64Array.of(constant + moving * gone(time))
            forEachEventTime(order, own, (happened) => {
              if (happened.time !== time) return
              first += happened.excess[0] ?? 0
              second += gone(time) * (happened.excess[0] ?? 0)
            })
          }
          return [first, second]
        }
        const step = 1e-4
        const [up, down] = [slopes(coefficient + step, 0), slopes(coefficient - step, 0)]
        const [ahead, behind] = [slopes(coefficient, step), slopes(coefficient, -step)]
        const information = (above: number, below: number): number => (below - above) / (2 * step)
        const plain = information(up[0], down[0])
        const crossed = information(up[1], down[1])
        const free = information(ahead[1], behind[1]) - (crossed * crossed) / plain
        fc.pre(plain > 1e-2 && free > 1e-2)
        const [test] = proportionalityTest(data, columns, { coefficients: Float64Array.of(coefficient), terms: [1] })
        const expected = slopes(coefficient, 0)[1] ** 2 / free
        expect(Math.abs((test?.statistic ?? Number.NaN) - expected)).toBeLessThan(1e-3 * (1 + expected))
      }),
    )
  })
})

describe('renewalForecast', () => {
  it('retention rises, survival falls', () => {
    const parameter = fc.double({ min: 0.05, max: 50, noNaN: true })
    fc.assert(
      fc.property(parameter, parameter, (alpha, beta) => {
        const { survival, retention } = renewalForecast({ alpha, beta }, 20)
        for (let t = 1; t <= 20; t++) {
          expect(retention[t]).toBeGreaterThan(retention[t - 1] ?? 1)
          expect(survival[t]).toBeLessThan(survival[t - 1] ?? 0)
        }
      }),
    )
  })
})
