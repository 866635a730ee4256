import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../simulation/seeded-random.ts'
import { fitScoring } from './fit-scoring.ts'
import { scoreBounds } from './score-bounds.ts'
import { scoreColumns } from './score-columns.ts'
import { scoreContributions } from './score-contributions.ts'
import { scoreRow } from './score-row.ts'
import { shapleyContributions } from './shapley-contributions.ts'
import { topsisCloseness, topsisFrame } from './topsis.ts'

const value = fc.integer({ min: 0, max: 1000 }).map((each) => each / 1000)
const maybe = fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(Number.NaN) })
const population = (each: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 5 }).chain((criteria) =>
    fc.integer({ min: 1, max: 12 }).chain((accounts) =>
      fc.record({
        columns: fc.array(fc.array(each, { minLength: accounts, maxLength: accounts }), {
          minLength: criteria,
          maxLength: criteria,
        }),
        weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: criteria, maxLength: criteria }),
        aggregation: fc.constantFrom('weighted-sum' as const, 'weighted-geometric' as const, 'topsis' as const),
        missing: fc.constantFrom('neutral' as const, 'rescale' as const, 'worst' as const),
      }),
    ),
  )
const known = (columns: readonly (readonly number[])[]): boolean =>
  columns.some((column) => column.some((each) => !Number.isNaN(each)))
const rowOf = (columns: readonly ArrayLike<number>[], account: number): number[] =>
  columns.map((column) => column[account] ?? 0)

describe('scores', () => {
  it('lie within their bounds, which lie within 0..1; rows give what columns give', () => {
    fc.assert(
      fc.property(population(maybe), ({ columns, ...rule }) => {
        fc.pre(known(columns))
        const scoring = fitScoring(columns, rule)
        const { scores, lower, upper } = scoreColumns(columns, scoring)
        scores.forEach((score, account) => {
          const [low = 0, high = 0] = [lower[account], upper[account]]
          expect(low >= 0 && low <= score + 1e-12 && score <= high + 1e-12 && high <= 1).toBe(true)
          const row = rowOf(columns, account)
          expect(scoreRow(row, scoring)).toBeCloseTo(score, 12)
          expect(scoreBounds(row, scoring)[0]).toBeCloseTo(low, 12)
        })
      }),
    )
  })

  it('are the same row by row where there are many accounts', () => {
    const random = seededRandom(4)
    const columns = Array.from({ length: 5 }, () =>
      Float64Array.from({ length: 2500 }, () => (random() < 0.1 ? Number.NaN : random())),
    )
    for (const aggregation of ['weighted-sum', 'weighted-geometric', 'topsis'] as const) {
      for (const missing of ['neutral', 'rescale', 'worst'] as const) {
        const scoring = fitScoring(columns, { aggregation, missing, weights: [3, 0, 2, 1, 1], floor: 0.01 })
        const { scores, lower, upper } = scoreColumns(columns, scoring)
        const off = Array.from(scores, (score, account) => {
          const row = rowOf(columns, account)
          const [low, high] = scoreBounds(row, scoring)
          const apart = [score - scoreRow(row, scoring), (lower[account] ?? 0) - low, (upper[account] ?? 0) - high]
          return Math.max(...apart.map(Math.abs))
        })
        expect(Math.max(...off)).toBeLessThan(1e-14)
      }
    }
  })

  it('bound what any filling of the unknown values gives', () => {
    fc.assert(
      fc.property(population(maybe), value, ({ columns, ...rule }, filling) => {
        fc.pre(known(columns))
        const points = { ideal: columns.map(() => 1), antiIdeal: columns.map(() => 0) }
        const scoring = fitScoring(columns, { ...rule, points })
        const usable = columns.map((column) => column.some((each) => !Number.isNaN(each)))
        columns[0]?.forEach((_, account) => {
          const row = rowOf(columns, account)
          const filled = row.map((each, i) => (Number.isNaN(each) && usable[i] === true ? filling : each))
          const [low, high] = scoreBounds(row, scoring)
          const score = scoreRow(filled, scoring)
          expect(score >= low - 1e-9 && score <= high + 1e-9).toBe(true)
        })
      }),
    )
  })

  it('do not fall when a value rises', () => {
    fc.assert(
      fc.property(population(value), value, ({ columns, ...rule }, raised) => {
        const scoring = fitScoring(columns, {
          ...rule,
          points: { ideal: columns.map(() => 1), antiIdeal: columns.map(() => 0) },
        })
        const row = rowOf(columns, 0)
        const higher = row.map((each, i) => (i === 0 ? Math.max(each, raised) : each))
        expect(scoreRow(higher, scoring)).toBeGreaterThanOrEqual(scoreRow(row, scoring) - 1e-12)
      }),
    )
  })
})

describe('contributions', () => {
  it('add up to score − mean score, whatever is unknown', () => {
    fc.assert(
      fc.property(population(maybe), ({ columns, weights, missing }) => {
        fc.pre(known(columns))
        const scoring = fitScoring(columns, { aggregation: 'weighted-sum', weights, missing })
        const { scores } = scoreColumns(columns, scoring)
        const { meanScore, columns: parts } = scoreContributions(columns, scoring)
        expect(meanScore).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length, 12)
        scores.forEach((score, account) => {
          const sum = parts.reduce((whole, part) => whole + (part[account] ?? 0), 0)
          expect(meanScore + sum).toBeCloseTo(score, 12)
        })
      }),
    )
  })

  it('of Shapley add up for every aggregation and are the plain ones for a sum', () => {
    fc.assert(
      fc.property(population(value), ({ columns, ...rule }) => {
        const scoring = fitScoring(columns, rule)
        const { scores } = scoreColumns(columns, scoring)
        const reference = Array.from(scores, (_, account) => rowOf(columns, account))
        const explained = shapleyContributions(rowOf(columns, 0), { reference, score: (row) => scoreRow(row, scoring) })
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
        expect(explained.base).toBeCloseTo(mean, 10)
        const sum = explained.contributions.reduce((whole, part) => whole + part, 0)
        expect(explained.base + sum).toBeCloseTo(scores[0] ?? 0, 10)
        if (rule.aggregation !== 'weighted-sum') return
        const plain = scoreContributions(columns, scoring).columns.map((part) => part[0] ?? 0)
        explained.contributions.forEach((part, i) => expect(part).toBeCloseTo(plain[i] ?? 0, 10))
      }),
      { numRuns: 40 },
    )
  })
})

describe('TOPSIS', () => {
  // Hwang and Yoon 1981, the choice of a fighter aircraft: speed, range, payload, cost, reliability, manoeuvrability.
  const aircraft = [
    [2, 2.5, 1.8, 2.2],
    [1500, 2700, 2000, 1800],
    [20_000, 18_000, 21_000, 20_000],
    [5.5, 6.5, 4.5, 5],
    [5, 3, 7, 5],
    [9, 5, 7, 5],
  ]
  const weights = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3]
  const directions = ['higher', 'higher', 'higher', 'lower', 'higher', 'higher'] as const

  it('gives the published closeness', () => {
    const closeness = topsisCloseness(aircraft, { weights, frame: topsisFrame(aircraft, { directions }) })
    // The book works with four decimals throughout, which shows in the third place of one of them.
    const published = [0.643, 0.268, 0.613, 0.312]
    closeness.forEach((each, i) => expect(Math.abs(each - (published[i] ?? 0))).toBeLessThan(0.001))
  })

  it('does not depend on the units of a column', () => {
    const before = topsisCloseness(aircraft, { weights, frame: topsisFrame(aircraft, { directions }) })
    fc.assert(
      fc.property(fc.nat(5), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (which, factor) => {
        const scaled = aircraft.map((column, i) => (i === which ? column.map((each) => each * factor) : column))
        const after = topsisCloseness(scaled, { weights, frame: topsisFrame(scaled, { directions }) })
        after.forEach((each, i) => expect(each).toBeCloseTo(before[i] ?? 0, 10))
      }),
    )
  })
})
