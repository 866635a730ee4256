import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denseCodes } from './dense-codes.ts'

test('equal numbers have equal codes, in the order in which they first come, and nothing stays nothing', () => {
  const hash = fc.oneof(fc.constantFrom(0, 1, 2047, 2048, Number.MAX_SAFE_INTEGER), fc.maxSafeNat())
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 60 }), (hashes) => {
      const { codes, distinct } = denseCodes(Float64Array.from(hashes))
      const order = [0, ...new Set(hashes.filter((each) => each !== 0))]
      expect(Array.from(codes)).toEqual(hashes.map((each) => order.indexOf(each)))
      expect(distinct).toBe(order.length - 1)
    }),
  )
})
