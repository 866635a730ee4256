import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../simulation/seeded-random.ts'
import { captureCurve } from './capture-curve.ts'
import { capturedOutcome } from './captured-outcome.ts'
import { chanceCapture } from './chance-capture.ts'
import { compareRankings } from './compare-rankings.ts'
import { rankedOutcomes } from './ranked-outcomes.ts'

const rows = fc.array(
  fc.record({
    score: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Number.NaN)),
    outcome: fc.integer({ min: -5, max: 20 }),
  }),
  { minLength: 1, maxLength: 25 },
)

describe('capturedOutcome', () => {
  it('lies between the worst and the best choice, and is chance where all scores are equal', () => {
    fc.assert(
      fc.property(rows, fc.nat(25), (each, top) => {
        const outcomes = each.map((row) => row.outcome)
        const captured = capturedOutcome(
          rankedOutcomes(
            each.map((row) => row.score),
            outcomes,
          ),
          top,
        )
        const best = capturedOutcome(rankedOutcomes(outcomes, outcomes), top)
        const worst = capturedOutcome(
          rankedOutcomes(
            outcomes.map((outcome) => -outcome),
            outcomes,
          ),
          top,
        )
        expect(captured >= worst - 1e-9 && captured <= best + 1e-9).toBe(true)
        const alike = capturedOutcome(
          rankedOutcomes(
            outcomes.map(() => 1),
            outcomes,
          ),
          top,
        )
        expect(alike).toBeCloseTo(chanceCapture(outcomes, top).mean, 9)
      }),
    )
  })

  it('does not depend on the order of the accounts', () => {
    fc.assert(
      fc.property(rows, fc.nat(25), (each, top) => {
        const captured = (some: typeof each): number =>
          capturedOutcome(
            rankedOutcomes(
              some.map((row) => row.score),
              some.map((row) => row.outcome),
            ),
            top,
          )
        expect(captured(each.toReversed())).toBeCloseTo(captured(each), 9)
      }),
    )
  })
})

it('chance has the mean and the variance of all possible choices', () => {
  const outcomes = [3, -1, 7, 10, 0]
  const sums = outcomes.flatMap((a, i) => outcomes.slice(i + 1).map((b) => a + b))
  const mean = sums.reduce((sum, each) => sum + each, 0) / sums.length
  const { mean: expected, variance } = chanceCapture(outcomes, 2)
  expect(expected).toBeCloseTo(mean, 12)
  expect(variance).toBeCloseTo(sums.reduce((sum, each) => sum + (each - mean) ** 2, 0) / sums.length, 12)
})

it('a capture curve goes from nothing to everything', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), (each, points) => {
      const ranked = rankedOutcomes(
        each.map((row) => row.score),
        each.map((row) => row.outcome),
      )
      const curve = captureCurve(ranked, { points })
      expect(curve[0]).toEqual({ accounts: 0, outcome: 0 })
      if (curve.length === 1) return
      expect(curve.at(-1)?.accounts).toBe(1)
      expect(curve.at(-1)?.outcome).toBeCloseTo(1, 12)
    }),
  )
})

describe('compareRankings', () => {
  const random = seededRandom(3)
  const outcomes = Array.from({ length: 2000 }, () => Math.exp(2 * random()))
  const noisy = (noise: number): number[] => outcomes.map((outcome) => Math.log(outcome) + noise * random())
  const contenders = [
    { name: 'champion', scores: noisy(3) },
    { name: 'sharper', scores: noisy(0.3) },
    { name: 'blind', scores: outcomes.map(() => random()) },
    { name: 'same', scores: noisy(3) },
  ]
  const { results, challengers, foresight, total, chance } = compareRankings(outcomes, contenders, {
    top: 200,
    seed: 1,
    replicates: 400,
  })

  it('finds the better, the worse and what cannot be told', () => {
    expect(challengers.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['sharper', 'better'],
      ['blind', 'worse'],
      ['same', 'cannot tell'],
    ])
  })

  it('has intervals around its figures, of about the width that theory gives', () => {
    for (const { captured, interval, share, shareInterval, skill } of results) {
      expect(interval.lower < captured && captured < interval.upper).toBe(true)
      expect(shareInterval.lower < share && share < shareInterval.upper).toBe(true)
      expect(skill < 1).toBe(true)
    }
    expect(foresight).toBeLessThan(total)
    // A choice that knows nothing varies as one by chance does, and as its 200 accounts are drawn anew.
    const { interval } = results[2] ?? { interval: { lower: 0, upper: 0 } }
    const deviation = Math.sqrt(chance.variance)
    expect((interval.upper - interval.lower) / (2 * 1.96 * deviation)).toBeGreaterThan(0.8)
    expect((interval.upper - interval.lower) / (2 * 1.96 * deviation)).toBeLessThan(1.25)
  })

  it('gives the same for the same seed', () => {
    const again = compareRankings(outcomes, contenders, { top: 200, seed: 1, replicates: 400 })
    expect(again.challengers).toEqual(challengers)
    expect(compareRankings(outcomes, contenders, { top: 200, seed: 2, replicates: 400 }).challengers).not.toEqual(
      challengers,
    )
  })

  it('of nobody says nothing', () => {
    const empty = compareRankings(
      [],
      [
        { name: 'a', scores: [] },
        { name: 'b', scores: [] },
      ],
      { top: 5, seed: 1 },
    )
    expect(empty.results[0]).toMatchObject({ captured: 0, share: Number.NaN, lift: Number.NaN })
    expect(empty.challengers[0]?.verdict).toBe('cannot tell')
  })
})
