import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizedPopulation } from '../scoring/normalized-population.ts'
import { fitScoring } from '../scoring/fit-scoring.ts'
import { scoreColumns } from '../scoring/score-columns.ts'
import { scoreRow } from '../scoring/score-row.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { rankAccounts } from '../tiering/rank-accounts.ts'
import { tiersByPlaces } from '../tiering/tiers-by-places.ts'
import { tiersByThreshold } from '../tiering/tiers-by-threshold.ts'
import { countTierDraws, type TierBoundaries } from './count-tier-draws.ts'
import { drawWeights } from './draw-weights.ts'
import { rankReversals } from './rank-reversals.ts'
import { tierProbabilities } from './tier-probabilities.ts'
import { weightInterval } from './weight-interval.ts'
import { weightLines } from './weight-lines.ts'

/** Values on a coarse grid, so that there are ties. */
const grid = fc.integer({ min: 0, max: 8 }).map((each) => each / 8)
const maybe = fc.oneof({ weight: 5, arbitrary: grid }, { weight: 1, arbitrary: fc.constant(Number.NaN) })
const population = (each: fc.Arbitrary<number>) =>
  fc.tuple(fc.integer({ min: 2, max: 10 }), fc.integer({ min: 2, max: 14 })).chain(([criteria, accounts]) =>
    fc.record({
      columns: fc.array(fc.array(each, { minLength: accounts, maxLength: accounts }), {
        minLength: criteria,
        maxLength: criteria,
      }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: criteria, maxLength: criteria }),
    }),
  )
const boundaries = fc.oneof(
  fc.tuple(fc.nat(4), fc.nat(6)).map((places): TierBoundaries => ({ by: 'places', places })),
  fc.constantFrom<TierBoundaries>({ by: 'threshold', thresholds: [0.6, 0.4] }),
)

describe('drawWeights', () => {
  it('has the mean and the variance of the Dirichlet distribution', () => {
    const draws = 20_000
    const { weights } = drawWeights({ around: [[0.5, 0.3, 0.2, 0]], concentration: 30, seed: 7, draws })
    for (const [criterion, mean] of [0.5, 0.3, 0.2, 0].entries()) {
      const each = Array.from({ length: draws }, (_, draw) => weights[draw * 4 + criterion] ?? 0)
      const average = each.reduce((sum, weight) => sum + weight, 0) / draws
      const variance = each.reduce((sum, weight) => sum + (weight - average) ** 2, 0) / draws
      const expected = (mean * (1 - mean)) / 31
      expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(expected / draws) + 1e-12)
      expect(Math.abs(variance - expected)).toBeLessThanOrEqual(0.06 * expected)
    }
  })

  it('survives concentrations so small that gamma variates underflow', () => {
    const { weights } = drawWeights({ around: [[1, 2]], concentration: 1e-4, seed: 3, draws: 200 })
    for (let i = 0; i < weights.length; i += 2) expect((weights[i] ?? 0) + (weights[i + 1] ?? 0)).toBeCloseTo(1, 12)
  })

  it('takes each department as often as the others', () => {
    const { weights } = drawWeights({
      around: [
        [1, 0],
        [0, 1],
      ],
      concentration: Infinity,
      seed: 5,
      draws: 4000,
    })
    const first = weights.filter((_, i) => i % 2 === 0).reduce((sum, weight) => sum + weight, 0)
    expect(Math.abs(first - 2000)).toBeLessThan(4 * Math.sqrt(1000))
  })
})

describe('countTierDraws', () => {
  const aggregation = fc.constantFrom('weighted-sum' as const, 'weighted-geometric' as const, 'topsis' as const)
  const missing = fc.constantFrom('neutral' as const, 'rescale' as const, 'worst' as const)

  it('counts what scoring, ranking and tiering by each draw give', () => {
    fc.assert(
      fc.property(
        population(maybe),
        boundaries,
        aggregation,
        missing,
        fc.integer(),
        (each, limits, how, policy, seed) => {
          const { columns, weights } = each
          fc.pre(columns.every((column) => column.some((value) => !Number.isNaN(value))))
          const rule = { aggregation: how, missing: policy, floor: 0.05 }
          const scoring = fitScoring(columns, { ...rule, weights })
          const ranking = rankAccounts(scoreColumns(columns, scoring).scores)
          const draws = drawWeights({ around: [weights], concentration: 20, seed, draws: 7 })
          const counted = countTierDraws(columns, { scoring, ranking, boundaries: limits, draws })
          const expected = [0, 1].map(() => new Uint32Array(ranking.length))
          for (let draw = 0; draw < 7; draw++) {
            const drawn = draws.weights.slice(draw * columns.length, (draw + 1) * columns.length)
            const { scores } = scoreColumns(columns, { ...scoring, weights: drawn })
            // Ties in a draw go by the ranking now.
            const order = [...ranking].map((account) => scores[account] ?? 0)
            const places = limits.by === 'places' ? limits.places : []
            const ranked = rankAccounts(order).map((i) => ranking[i] ?? 0)
            const tiers =
              limits.by === 'places'
                ? tiersByPlaces(ranked, { accounts: scores.length, places })
                : tiersByThreshold(scores, limits.thresholds)
            tiers.forEach((tier, account) => {
              for (const [boundary, column] of expected.entries())
                if (tier <= boundary) column[account] = (column[account] ?? 0) + 1
            })
          }
          expect(counted.reached).toEqual(expected)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('gives the same for draws at once and in parts', () => {
    const random = seededRandom(2)
    const columns = [0, 1, 2].map(() => Float64Array.from({ length: 300 }, random))
    const weights = [3, 2, 1]
    const scoring = fitScoring(columns, { aggregation: 'weighted-sum', weights })
    const ranking = rankAccounts(scoreColumns(columns, scoring).scores)
    const model = { scoring, ranking, boundaries: { by: 'places', places: [10, 30] } as const }
    const spread = { around: [weights], concentration: 40, seed: 9 }
    const whole = countTierDraws(columns, { ...model, draws: drawWeights({ ...spread, draws: 300 }) })
    const parts = [0, 150].map((from) =>
      countTierDraws(columns, { ...model, draws: drawWeights({ ...spread, draws: 150, from }) }),
    )
    expect(tierProbabilities(parts)).toEqual(tierProbabilities([whole]))
  })

  it.each([
    ['all alike', () => 0.5],
    ['spread', seededRandom(4)],
    [
      'in steps',
      (
        (random) => () =>
          Math.round(random() * 4) / 4
      )(seededRandom(4)),
    ],
  ])('fills every place in every draw of a population large enough to be sampled: %s', (_, draw) => {
    const columns = [0, 1, 2].map(() => Float64Array.from({ length: 60_000 }, () => draw()))
    const scoring = fitScoring(columns, { aggregation: 'weighted-sum', weights: [3, 2, 1] })
    const ranking = rankAccounts(scoreColumns(columns, scoring).scores)
    const draws = drawWeights({ around: [[3, 2, 1]], concentration: 100, seed: 1, draws: 6 })
    const { reached } = countTierDraws(columns, {
      scoring,
      ranking,
      boundaries: { by: 'places', places: [600, 2400] },
      draws,
    })
    expect(reached.map((counts) => counts.reduce((sum, each) => sum + each, 0))).toEqual([3600, 18_000])
  })
})

describe('weightInterval', () => {
  it('keeps the tier inside and changes it beyond its ends', () => {
    fc.assert(
      fc.property(
        population(grid),
        fc.nat(13),
        fc.nat(9),
        fc.integer({ min: 1, max: 5 }),
        (each, pick, which, place) => {
          const { columns, weights } = each
          const accounts = columns[0]?.length ?? 0
          const [account, criterion] = [pick % accounts, which % columns.length]
          const lines = weightLines(columns, { weights, criterion })
          const places = [place, 2]
          const scoresAt = (weight: number) => lines.start.map((start, i) => start + weight * (lines.slope[i] ?? 0))
          const ranking = rankAccounts(scoresAt(lines.weight))
          const { lowest, highest } = weightInterval(lines, { account, ranking, boundaries: { by: 'places', places } })
          const tierAt = (weight: number) => {
            const scores = scoresAt(weight)
            const ranked = rankAccounts([...ranking].map((i) => scores[i] ?? 0)).map((i) => ranking[i] ?? 0)
            return tiersByPlaces(ranked, { accounts, places })[account]
          }
          const now = tierAt(lines.weight)
          expect(lowest <= lines.weight && lines.weight <= highest).toBe(true)
          for (const part of [0.01, 0.5, 0.99]) {
            const inside = lowest + part * (highest - lowest)
            expect(highest - lowest <= 1e-5 || tierAt(inside) === now).toBe(true)
          }
          expect(highest >= 1 - 1e-4 || tierAt(highest + 1e-5) !== now).toBe(true)
          expect(lowest <= 1e-4 || tierAt(lowest - 1e-5) !== now).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('rankReversals', () => {
  it('name the weight at which the two are level', () => {
    fc.assert(
      fc.property(population(grid), ({ columns, weights }) => {
        for (const found of rankReversals(columns, { weights, inside: [0], outside: [1] })) {
          const { start, slope } = weightLines(columns, { weights, criterion: found.criterion })
          const at = (account: number): number => (start[account] ?? 0) + found.weight * (slope[account] ?? 0)
          expect(at(found.overtaken)).toBeCloseTo(at(found.overtaking), 9)
        }
      }),
    )
  })
})

it('departments that agree leave nothing uncertain', () => {
  const { values } = normalizedPopulation([5, 4, 3, 2, 1], { method: 'percentile' })
  const scoring = fitScoring([values, values], { aggregation: 'weighted-sum', weights: [1, 1] })
  const ranking = rankAccounts(values)
  const draws = drawWeights({
    around: [
      [1, 3],
      [2, 1],
    ],
    concentration: 5,
    seed: 1,
    draws: 50,
  })
  const counts = countTierDraws([values, values], {
    scoring,
    ranking,
    boundaries: { by: 'places', places: [2] },
    draws,
  })
  expect(tierProbabilities([counts]).map((tier) => [...tier])).toEqual([
    [1, 1, 0, 0, 0],
    [0, 0, 1, 1, 1],
  ])
  expect(scoreRow([0.9, 0.9], scoring)).toBeCloseTo(0.9, 12)
})
