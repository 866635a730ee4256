import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concordance } from './concordance.ts'
import { coxPartialLikelihood, riskOrder } from './cox-partial-likelihood.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { logRank } from './log-rank.ts'
import { renewalForecast } from './renewal-forecast.ts'
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
