import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenWeights, withWeight } from './even-weights.ts'

const weights = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.double({ min: 0, max: 5, noNaN: true }), {
  minKeys: 1,
  maxKeys: 12,
})
const sum = (values: Record<string, number>) => Object.values(values).reduce((total, value) => total + value, 0)

test('whatever is given adds up to 1 and nothing is negative', () => {
  fc.assert(
    fc.property(weights, (given) => {
      const even = evenWeights(given)
      expect(sum(even)).toBeCloseTo(1, 9)
      expect(Object.values(even).every((value) => value >= 0)).toBe(true)
    }),
  )
})

test('the weight that is set is the one asked for; the others keep their order', () => {
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (given, weight) => {
      const [name = ''] = Object.keys(given)
      const changed = withWeight(evenWeights(given), { name, weight })
      expect(sum(changed)).toBeCloseTo(1, 9)
      expect(Object.keys(changed)).toEqual(Object.keys(given))
      const wanted = Object.keys(given).length > 1 ? weight : 1
      expect(Math.abs((changed[name] ?? 0) - wanted)).toBeLessThan(0.0016)
    }),
  )
})
