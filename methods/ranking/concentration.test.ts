import { describe, expect, it } from 'vitest'
import { concentrationCurve } from './concentration-curve.ts'
import { demandVariation } from './demand-variation.ts'
import { gini } from './gini.ts'
import { herfindahl } from './herfindahl.ts'
import { positiveValues } from './positive-values.ts'
import { topShares } from './top-shares.ts'

describe('published and hand-worked numbers', () => {
  it('gini of 1, 2, 3, 4, 5 is 4/15', () => {
    // (−4·1 − 2·2 + 0·3 + 2·4 + 4·5) / (5 · 15) = 20/75
    expect(gini([3, 1, 5, 2, 4])).toBeCloseTo(4 / 15, 15)
  })

  it('the index of shares 30, 30, 20, 20 is 2,600 points', () => {
    // the example by which the US Department of Justice explains the index: 900 + 900 + 400 + 400
    expect(herfindahl([30, 30, 20, 20]) * 10_000).toBeCloseTo(2600, 9)
  })

  it('the top 7 % of a hundred are seven', () => {
    expect(
      topShares(
        Array.from({ length: 100 }, () => 1),
        [0.07],
      )[0]?.accounts,
    ).toBe(7)
  })

  it('the standard deviation of 2, 4, 4, 4, 5, 5, 7, 9 is 2 and their mean 5', () => {
    expect(demandVariation([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ variation: 0.4, xyzClass: 'X' })
  })

  it('a variation of one half is steady, whatever doubles make of it', () => {
    expect(demandVariation([0.09, 0.27, 0.09, 0.27]).xyzClass).toBe('X') // 0.5000000000000001
  })

  it('one purchase in three months is sporadic', () => {
    const { variation, xyzClass } = demandVariation([0, 0, 9])
    expect(variation).toBeCloseTo(Math.SQRT2, 14)
    expect(xyzClass).toBe('Z')
  })
})

describe('edges', () => {
  it('nothing is not concentrated', () => {
    expect([gini([]), gini([0, 0]), herfindahl([]), herfindahl([0])]).toEqual([0, 0, 0, 0])
    expect(concentrationCurve([])).toEqual([{ accounts: 0, measure: 0 }])
    expect(topShares([], [0.2])).toEqual([{ top: 0.2, accounts: 0, share: 0 }])
  })

  it('positiveValues leaves out what has no class', () => {
    expect([...positiveValues([Number.NaN, 1, -1, 0, null])]).toEqual([1])
  })

  it('names what it cannot work with', () => {
    expect(() => gini([1, -1])).toThrow('values[1] must not be below 0, got -1')
    expect(() => herfindahl([Number.NaN])).toThrow('values[0] must be a finite number, got NaN')
    expect(() => topShares([1], [0])).toThrow('fractions[0] must be above 0 and at most 1, got 0')
    expect(() => topShares([1, -1])).toThrow('values[1]')
    expect(() => demandVariation([1, 2, -3])).toThrow('demand[2] must not be below 0, got -3')
    expect(() => concentrationCurve([1], { points: 1 })).toThrow('points must be an integer of at least 2, got 1')
  })
})
