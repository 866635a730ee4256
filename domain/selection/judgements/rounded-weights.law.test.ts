import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundedWeights } from './rounded-weights.ts'

describe('roundedWeights', () => {
  test('add up to 1, and none is moved by more than a millionth', () => {
    const weights = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(weights, (given) => {
        const sum = given.reduce((total, weight) => total + weight, 0)
        const exact = given.map((weight) => weight / sum)
        const rounded = roundedWeights(exact)
        const millionths = rounded.reduce((total, weight) => total + Math.round(weight * 1e6), 0)
        expect(millionths).toBe(1e6)
        for (const [index, weight] of rounded.entries()) {
          expect(Math.abs(weight - (exact[index] ?? 0))).toBeLessThanOrEqual(1.000001e-6)
        }
      }),
    )
  })

  test('a third each', () => {
    expect(roundedWeights([1 / 3, 1 / 3, 1 / 3])).toEqual([0.333334, 0.333333, 0.333333])
  })
})
