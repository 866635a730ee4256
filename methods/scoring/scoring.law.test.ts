import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountScores } from './account-scores.ts'
import { percentileRanks } from './percentile-ranks.ts'
import { reasons } from './reasons.ts'
import { weightedScore } from './weighted-score.ts'

const figure = fc.option(fc.integer({ min: -20, max: 20 }))
const figures = fc.array(figure, { minLength: 1, maxLength: 50 })
const criteria = ['value', 'profit', 'growth', 'loyalty', 'breadth'] as const
const weight = fc.integer({ min: 1, max: 100 })
const model = fc.integer({ min: 1, max: 30 }).chain((accounts) =>
  fc.tuple(
    ...criteria.map((criterion) =>
      fc.record({
        criterion: fc.constant(criterion),
        weight,
        figures: fc.array(figure, { minLength: accounts, maxLength: accounts }),
      }),
    ),
  ),
)

describe('percentileRanks', () => {
  it('follow their definition, strictly between 0 and 1', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const known = values.filter((value) => value !== null)
        const expected = values.map((value) => {
          if (value === null) return null
          const lower = known.filter((other) => other < value).length
          const equal = known.filter((other) => other === value).length
          return (lower + 0.5 * equal) / known.length
        })
        const ranks = percentileRanks(values)
        expect(ranks).toEqual(expected)
        expect(ranks.every((rank) => rank === null || (rank > 0 && rank < 1))).toBe(true)
      }),
    )
  })

  it('average to the middle', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const known = percentileRanks(values).filter((rank) => rank !== null)
        fc.pre(known.length > 0)
        expect(known.reduce((sum, rank) => sum + rank, 0) / known.length).toBeCloseTo(0.5, 12)
      }),
    )
  })

  it('mirror when the criterion is turned round', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const turned = percentileRanks(values.map((value) => (value === null ? null : -value)))
        const sums = percentileRanks(values).map((rank, i) => (rank ?? 0.5) + (turned[i] ?? 0.5))
        expect(sums.every((sum) => Math.abs(sum - 1) < 1e-12)).toBe(true)
      }),
    )
  })
})

describe('weightedScore', () => {
  const ranks = fc.array(
    fc.record({
      criterion: fc.constantFrom(...criteria),
      weight,
      percentile: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
    { minLength: 1, maxLength: 6 },
  )

  it('lies between the lowest and the highest percentile', () => {
    fc.assert(
      fc.property(ranks, (each) => {
        const percentiles = each.map((rank) => 100 * (rank.percentile ?? 0.5))
        expect(weightedScore(each)).toBeGreaterThanOrEqual(Math.min(...percentiles) - 1e-9)
        expect(weightedScore(each)).toBeLessThanOrEqual(Math.max(...percentiles) + 1e-9)
      }),
    )
  })

  it('rescales the weights', () => {
    fc.assert(
      fc.property(ranks, fc.double({ min: 0.001, max: 1000, noNaN: true }), (each, factor) => {
        const scaled = each.map((rank) => ({ ...rank, weight: rank.weight * factor }))
        expect(weightedScore(scaled)).toBeCloseTo(weightedScore(each), 9)
      }),
    )
  })
})

describe('accountScores', () => {
  it('leave out what is known of nobody and rescale the rest to 1', () => {
    fc.assert(
      fc.property(model, (columns) => {
        const known = columns.filter((column) => column.figures.some((value) => value !== null))
        fc.pre(known.length > 0)
        const scores = accountScores(columns)
        expect(scores.map((each) => each.score)).toEqual(accountScores(known).map((each) => each.score))
        for (const [account, { ranks, missing }] of scores.entries()) {
          expect(ranks.reduce((sum, rank) => sum + rank.weight, 0)).toBeCloseTo(1, 12)
          expect(ranks.map((rank) => rank.criterion)).toEqual(known.map((column) => column.criterion))
          expect(missing).toEqual(
            columns.filter((column) => column.figures[account] === null).map((column) => column.criterion),
          )
        }
      }),
    )
  })

  it('average to 50 and are 50 plus their contributions', () => {
    fc.assert(
      fc.property(model, (columns) => {
        fc.pre(columns.some((column) => column.figures.some((value) => value !== null)))
        const scores = accountScores(columns)
        expect(scores.reduce((sum, each) => sum + each.score, 0) / scores.length).toBeCloseTo(50, 9)
        for (const { score, ranks } of scores) {
          const lifted = ranks.reduce((sum, rank) => sum + rank.weight * ((rank.percentile ?? 0.5) - 0.5), 0)
          expect(score).toBeCloseTo(50 + 100 * lifted, 9)
        }
      }),
    )
  })

  it('do not fall when a figure of the account rises', () => {
    fc.assert(
      fc.property(model, fc.nat(4), fc.nat(29), fc.integer({ min: 1, max: 9 }), (columns, which, account, rise) => {
        const raised = columns.map((column, i) => ({
          ...column,
          figures: column.figures.map((value, each) =>
            i === which && each === account && value !== null ? value + rise : value,
          ),
        }))
        fc.pre(columns.some((column) => column.figures.some((value) => value !== null)))
        const before = accountScores(columns)[account]?.score ?? 0
        expect(accountScores(raised)[account]?.score ?? 0).toBeGreaterThanOrEqual(before - 1e-9)
      }),
    )
  })
})

describe('reasons', () => {
  it('hold nothing weaker than what they leave out', () => {
    fc.assert(
      fc.property(model, (columns) => {
        fc.pre(columns.some((column) => column.figures.some((value) => value !== null)))
        for (const { ranks } of accountScores(columns)) {
          const { strongest, weakest } = reasons(ranks)
          const known = ranks.filter((rank) => rank.percentile !== null)
          expect(strongest).toHaveLength(Math.min(3, known.length))
          expect(weakest === null).toBe(known.length < 4)
          const shown = strongest.map((reason) => reason.contribution)
          const all = known.map((rank) => rank.weight * ((rank.percentile ?? 0.5) - 0.5)).sort((a, b) => b - a)
          expect(shown).toEqual(all.slice(0, 3))
          expect(weakest?.contribution).toBe(all.slice(3).at(-1))
        }
      }),
    )
  })
})
