import { describe, expect, it } from 'vitest'
import { seededRandom } from '../simulation/seeded-random.ts'
import { changePoints } from './change-points.ts'
import { mannKendall } from './mann-kendall.ts'
import { seasonalSlope } from './seasonal-slope.ts'
import { theilSen } from './theil-sen.ts'

describe('Mann–Kendall', () => {
  it('counts pairs and ties as its definition says', () => {
    // Six values with one pair of ties: 15 pairs, of which 12 rise, 2 fall and 1 is even.
    const { s, variance, z, tau } = mannKendall([1, 3, 2, 4, 4, 3.5])
    expect({ s, tau }).toEqual({ s: 12 - 5 + 1, tau: 8 / 15 })
    expect(variance).toBeCloseTo((6 * 5 * 17 - 2 * 1 * 9) / 18, 12)
    expect(z).toBeCloseTo(7 / Math.sqrt(variance), 12)
  })

  it('is not misled by a season where it is told of one', () => {
    const season = Array.from({ length: 48 }, (_, month) => (month % 12) * 10)
    expect(mannKendall(season, { period: 12 }).s).toBe(0)
    const rising = season.map((value, month) => value + month * 0.01)
    expect(mannKendall(rising, { period: 12 }).pValue).toBeLessThan(1e-6)
    expect(seasonalSlope(rising, { period: 12 })).toBeCloseTo(0.01, 12)
  })

  it('finds something in five of a hundred series without anything', () => {
    const random = seededRandom(3)
    let found = 0
    for (let i = 0; i < 1000; i++) {
      found += Number(mannKendall(Array.from({ length: 30 }, random)).pValue < 0.05)
    }
    expect(found).toBeGreaterThan(30)
    expect(found).toBeLessThan(70)
  })
})

describe('Theil–Sen', () => {
  it('is the median of all slopes, computed one by one', () => {
    const values = [2, 5, 3, 8, 7, 20, 6]
    const slopes = values
      .flatMap((a, i) => values.slice(i + 1).map((b, j) => (b - a) / (j + 1)))
      .toSorted((a, b) => a - b)
    expect(theilSen(values).slope).toBe(slopes[10])
  })

  it('has limits that hold the true slope about nineteen times of twenty', () => {
    const random = seededRandom(8)
    let held = 0
    for (let i = 0; i < 400; i++) {
      const { lower, upper } = theilSen(Array.from({ length: 24 }, (_, t) => 0.5 * t + 4 * random()))
      held += Number(lower <= 0.5 && upper >= 0.5)
    }
    expect(held / 400).toBeGreaterThan(0.92)
    expect(held / 400).toBeLessThan(0.985)
  })
})

describe('change points', () => {
  it('are those of every segmentation tried one by one', () => {
    const random = seededRandom(4)
    for (let round = 0; round < 25; round++) {
      const at = 4 + Math.floor(random() * 8)
      const values = Array.from({ length: 16 }, (_, i) => (i < at ? 0 : 4 * random()) + random())
      expect(changePoints(values).map((point) => point.at)).toEqual(cheapest(values))
    }
  })

  it('are few where there is only noise', () => {
    const random = seededRandom(6)
    let found = 0
    for (let i = 0; i < 200; i++) found += changePoints(Array.from({ length: 36 }, random)).length
    expect(found / 200).toBeLessThan(0.35)
  })
})

/** The same criterion by brute force over all segmentations. */
function cheapest(values: readonly number[]): number[] {
  const steps = values
    .slice(1)
    .map((value, i) => Math.abs(value - (values[i] ?? 0)))
    .toSorted((a, b) => a - b)
  const middle = ((steps[Math.floor(steps.length / 2 - 0.5)] ?? 0) + (steps[Math.floor(steps.length / 2)] ?? 0)) / 2
  const variance = ((middle * 1.4826) / Math.SQRT2) ** 2
  let best = { cost: Number.POSITIVE_INFINITY, cuts: [] as number[] }
  const walk = (from: number, cuts: number[], cost: number): void => {
    for (let to = from + 3; to <= values.length; to++) {
      const own = values.slice(from, to)
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length
      const total = cost + own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / variance
      const penalised = total + 2 * Math.log(values.length) * cuts.length
      if (to === values.length && penalised < best.cost) best = { cost: penalised, cuts }
      if (to < values.length) walk(to, [...cuts, to], total)
    }
  }
  walk(0, [], 0)
  return best.cuts
}
