import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concentrationCurve } from './concentration-curve.ts'
import { gini } from './gini.ts'
import { herfindahl } from './herfindahl.ts'
import { topShares } from './top-shares.ts'

const values = fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 80 })

describe('gini', () => {
  it('lies in [0, 1 − 1/n] and is 0 for equals', () => {
    fc.assert(
      fc.property(values, (each) => {
        expect(gini(each)).toBeGreaterThanOrEqual(0)
        expect(gini(each)).toBeLessThanOrEqual(1 - 1 / each.length + 1e-12)
        expect(gini(each.map(() => each[0] ?? 1))).toBeCloseTo(0, 12)
      }),
    )
  })

  it('is half the mean absolute difference in units of the mean', () => {
    fc.assert(
      fc.property(values, (each) => {
        const mean = each.reduce((sum, value) => sum + value, 0) / each.length
        const differences = each.flatMap((a) => each.map((b) => Math.abs(a - b)))
        const meanDifference = differences.reduce((sum, value) => sum + value, 0) / each.length ** 2
        expect(gini(each)).toBeCloseTo(meanDifference / (2 * mean), 9)
      }),
    )
  })

  it('does not change with the currency, the order, or a second copy of everybody', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.001, max: 1000, noNaN: true }), (each, rate) => {
        expect(gini(each.map((value) => value * rate))).toBeCloseTo(gini(each), 10)
        expect(gini(each.toReversed())).toBe(gini(each))
        expect(gini([...each, ...each])).toBeCloseTo(gini(each), 10)
      }),
    )
  })

  it('falls when the richest gives to the poorest and when all get the same on top', () => {
    fc.assert(
      fc.property(values, (each) => {
        fc.pre(each.length > 1)
        const sorted = each.toSorted((a, b) => a - b)
        const gift = ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / 4
        const afterGift = [(sorted[0] ?? 0) + gift, ...sorted.slice(1, -1), (sorted.at(-1) ?? 0) - gift]
        expect(gini(afterGift)).toBeLessThanOrEqual(gini(each) + 1e-12)
        expect(gini(each.map((value) => value + 5))).toBeLessThanOrEqual(gini(each) + 1e-12)
      }),
    )
  })

  it('is twice the area between the Lorenz curve and the diagonal', () => {
    fc.assert(
      fc.property(values, (each) => {
        const curve = concentrationCurve(each, { points: 1000, order: 'ascending' })
        const area = curve.slice(1).reduce((sum, point, i) => {
          const previous = curve[i] ?? point
          return sum + ((point.accounts - previous.accounts) * (point.measure + previous.measure)) / 2
        }, 0)
        expect(gini(each)).toBeCloseTo(1 - 2 * area, 9)
      }),
    )
  })
})

describe('herfindahl', () => {
  it('lies between 1/n and 1, and a split in equal halves halves it', () => {
    fc.assert(
      fc.property(values, (each) => {
        expect(herfindahl(each)).toBeGreaterThanOrEqual(1 / each.length - 1e-12)
        expect(herfindahl(each)).toBeLessThanOrEqual(1 + 1e-12)
        expect(herfindahl([...each, ...each])).toBeCloseTo(herfindahl(each) / 2, 12)
      }),
    )
  })

  it('grows when two accounts merge', () => {
    fc.assert(
      fc.property(values, (each) => {
        fc.pre(each.length > 1)
        const [first = 0, second = 0, ...others] = each
        expect(herfindahl([first + second, ...others])).toBeGreaterThan(herfindahl(each) - 1e-12)
      }),
    )
  })
})

describe('topShares', () => {
  it('grow with the fraction, and a top holds at least its fraction', () => {
    fc.assert(
      fc.property(values, (each) => {
        const tops = topShares(each, [0.01, 0.1, 0.2, 0.5, 1])
        const shares = tops.map((top) => top.share)
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        expect(tops.at(-1)).toEqual({ top: 1, accounts: each.length, share: 1 })
        for (const { top, share } of tops) expect(share).toBeGreaterThanOrEqual(top - 1e-12)
      }),
    )
  })
})

describe('concentrationCurve', () => {
  const thinned = fc.record({
    points: fc.integer({ min: 2, max: 30 }),
    order: fc.constantFrom('descending' as const, 'ascending' as const),
  })

  it('keeps to its number of points, ascends, and runs from corner to corner', () => {
    fc.assert(
      fc.property(values, thinned, (each, options) => {
        const curve = concentrationCurve(each, options)
        expect(curve.length).toBeLessThanOrEqual(options.points)
        expect(curve[0]).toEqual({ accounts: 0, measure: 0 })
        expect(curve.at(-1)).toEqual({ accounts: 1, measure: 1 })
        const accounts = curve.map((point) => point.accounts)
        expect(accounts).toEqual([...new Set(accounts)].sort((a, b) => a - b))
      }),
    )
  })

  it('leaves no gap wider than a step between its points', () => {
    fc.assert(
      fc.property(values, thinned, (each, options) => {
        const accounts = concentrationCurve(each, options).map((point) => point.accounts)
        const widest = Math.max(...accounts.slice(1).map((x, i) => x - (accounts[i] ?? 0)))
        expect(widest).toBeLessThan(1 / Math.floor(options.points / 2) + 1 / each.length + 1e-9)
      }),
    )
  })

  it('misses the full curve by less than a step', () => {
    const skewed = fc.array(
      fc.double({ min: 0, max: 12, noNaN: true }).map((power) => 10 ** power),
      { minLength: 30, maxLength: 120 },
    )
    fc.assert(
      fc.property(skewed, thinned, (each, options) => {
        const curve = concentrationCurve(each, options)
        const full = concentrationCurve(each, { ...options, points: each.length + 1 })
        const step = 1 / Math.floor(options.points / 2)
        for (const point of full) {
          const after = Math.max(
            1,
            curve.findIndex((drawn) => drawn.accounts >= point.accounts),
          )
          const left = curve[after - 1] ?? point
          const right = curve[after] ?? point
          const slope = (right.measure - left.measure) / (right.accounts - left.accounts)
          const drawn = left.measure + slope * (point.accounts - left.accounts)
          expect(Math.abs(drawn - point.measure)).toBeLessThan(step + 1e-9)
        }
      }),
    )
  })
})
