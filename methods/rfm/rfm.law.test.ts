import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frequencyMonetaryScore } from './frequency-monetary-score.ts'
import { quintileScores } from './quintile-scores.ts'
import { rfmSegment } from './rfm-segment.ts'

const values = fc.array(fc.option(fc.integer({ min: -5, max: 30 })), { minLength: 1, maxLength: 60 })

describe('quintileScores', () => {
  it('follow their definition', () => {
    fc.assert(
      fc.property(values, (each) => {
        const expected = each.map((value) => {
          const lower = each.filter((other) => (other ?? -Infinity) < (value ?? -Infinity)).length
          return 1 + Math.floor((5 * lower) / each.length)
        })
        expect([...quintileScores(each)]).toEqual(expected)
      }),
    )
  })

  it('order accounts as their values do, ties sharing a score, the lowest at 1', () => {
    fc.assert(
      fc.property(values, (each) => {
        const scores = quintileScores(each)
        const ranked = each.map((value, i) => ({ value: value ?? -Infinity, score: scores[i] ?? 0 }))
        const pairs = ranked.flatMap((a) => ranked.map((b) => ({ a, b })))
        expect(pairs.filter(({ a, b }) => a.value === b.value && a.score !== b.score)).toEqual([])
        expect(pairs.filter(({ a, b }) => a.value < b.value && a.score > b.score)).toEqual([])
        expect(Math.min(...scores)).toBe(1)
        expect(Math.max(...scores)).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('do not change under a change of unit', () => {
    fc.assert(
      fc.property(values, (each) => {
        const other = each.map((value) => (value === null ? null : value * 3 + 7))
        expect(quintileScores(other)).toEqual(quintileScores(each))
      }),
    )
  })

  it('are fifths when all values differ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (fifth) => {
        const scores = quintileScores(Float64Array.from({ length: 5 * fifth }, (_, i) => i))
        for (const score of [1, 2, 3, 4, 5]) expect(scores.filter((each) => each === score)).toHaveLength(fifth)
      }),
    )
  })

  it('take NaN for unknown and −0 for 0', () => {
    expect([...quintileScores([Number.NaN, 1])]).toEqual([1, 3])
    expect([...quintileScores([0, -0, 5])]).toEqual([1, 1, 4])
    expect([...quintileScores([])]).toEqual([])
  })
})

/** The definition, cell by cell: segment, recency scores, frequency-monetary scores. */
const definition = [
  ['champions', [5], [4, 5]],
  ['loyal', [3, 4], [4, 5]],
  ['potentialLoyalist', [4, 5], [2, 3]],
  ['newCustomer', [5], [1]],
  ['promising', [4], [1]],
  ['needsAttention', [3], [3]],
  ['aboutToSleep', [3], [1, 2]],
  ['cannotLose', [1, 2], [5]],
  ['atRisk', [1, 2], [3, 4]],
  ['hibernating', [1, 2], [1, 2]],
] as const

describe('rfmSegment', () => {
  const scores = [1, 2, 3, 4, 5]

  it('covers all 125 combinations exactly once, as defined', () => {
    const combinations = scores.flatMap((recency) =>
      scores.flatMap((frequency) => scores.map((monetary) => ({ recency, frequency, monetary }))),
    )
    expect(combinations).toHaveLength(125)
    for (const combination of combinations) {
      const column = Math.ceil((combination.frequency + combination.monetary) / 2)
      const matching = definition.filter(
        ([, rows, columns]) =>
          rows.some((row) => row === combination.recency) && columns.some((each) => each === column),
      )
      expect(matching.map(([name]) => name)).toEqual([rfmSegment(combination)])
    }
  })

  it('names what is no score', () => {
    expect(() => rfmSegment({ recency: 6, frequency: 1, monetary: 1 })).toThrow(
      'recency must be an integer from 1 to 5, got 6',
    )
    expect(() => rfmSegment({ recency: 1, frequency: 1.5, monetary: 1 })).toThrow('frequency must be an integer')
    expect(() => frequencyMonetaryScore(1, Number.NaN)).toThrow('monetary must be an integer from 1 to 5, got NaN')
  })
})
