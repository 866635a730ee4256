import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutsOf, percentsOf } from './abc-cuts.ts'

test('whatever a slider says, the first cut is below the second and both leave something', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (one, other) => {
      const [first, second] = cutsOf([one, other])
      expect(first).toBeGreaterThan(0)
      expect(first).toBeLessThan(second)
      expect(second).toBeLessThan(1)
    }),
  )
})

test('cut-offs and whole per cent are the same thing', () => {
  expect(cutsOf(percentsOf([0.8, 0.95]))).toEqual([0.8, 0.95])
  expect(cutsOf([95, 80])).toEqual([0.8, 0.95])
  expect(cutsOf([50, 50])).toEqual([0.5, 0.51])
})
