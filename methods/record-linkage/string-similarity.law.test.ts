import fc from 'fast-check'
import { expect, it } from 'vitest'
import { damerauLevenshtein } from './damerau-levenshtein.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { qgramSimilarity } from './qgram-similarity.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '公'), maxLength: 12 })

/** By the definition, the whole table. */
function distanceByDefinition(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, (_, i) =>
    Array.from({ length: right.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= right.length; j++) {
      const options = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1)]
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        options.push(at(i - 2, j - 2) + 1)
      const row = table[i]
      if (row !== undefined) row[j] = Math.min(...options)
    }
  }
  return at(left.length, right.length)
}

it('the distance within a limit is that of the whole table, and one more beyond it', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 12 }), (left, right, limit) => {
      const whole = distanceByDefinition(left, right)
      expect(damerauLevenshtein(left, right, { limit })).toBe(Math.min(whole, limit + 1))
    }),
    { numRuns: 2000 },
  )
})

it('similarities are the same both ways, between 0 and 1, and 1 for equal texts', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      for (const measure of [jaroWinkler, (a: string, b: string) => qgramSimilarity(a, b, { size: 2 })]) {
        expect(measure(left, right)).toBeCloseTo(measure(right, left), 12)
        expect(measure(left, right)).toBeGreaterThanOrEqual(0)
        expect(measure(left, right)).toBeLessThanOrEqual(1)
        expect(measure(left, left)).toBe(1)
      }
    }),
  )
})
