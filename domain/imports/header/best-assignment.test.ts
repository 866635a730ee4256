import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment } from './best-assignment.ts'

function total(scores: number[][], assigned: number[]): number {
  return assigned.reduce((sum, column, row) => sum + (column === -1 ? 0 : (scores[row]?.[column] ?? 0)), 0)
}

/** Every way there is, for small tables. */
function bestTotal(scores: number[][], row = 0, used = new Set<number>()): number {
  if (row === scores.length) return 0
  let best = bestTotal(scores, row + 1, used)
  for (const [column, score] of (scores[row] ?? []).entries()) {
    if (used.has(column)) continue
    best = Math.max(best, score + bestTotal(scores, row + 1, new Set([...used, column])))
  }
  return best
}

describe('bestAssignment', () => {
  it('gives up a row’s favourite where the sum is larger for it', () => {
    expect(
      bestAssignment([
        [0.9, 0.8],
        [0.9, 0],
      ]),
    ).toEqual([1, 0])
  })

  it('leaves rows without a column where nothing fits', () => {
    expect(
      bestAssignment([
        [0, 0],
        [0, 1],
        [0, 0.5],
      ]),
    ).toEqual([-1, 1, -1])
    expect(bestAssignment([])).toEqual([])
    expect(bestAssignment([[], []])).toEqual([-1, -1])
  })

  it('finds the largest sum', () => {
    const score = fc.integer({ min: 0, max: 20 }).map((value) => value / 20)
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(score, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
      )
    fc.assert(
      fc.property(table, (scores) => {
        const assigned = bestAssignment(scores)
        const columns = assigned.filter((column) => column !== -1)
        expect(new Set(columns).size).toBe(columns.length)
        expect(total(scores, assigned)).toBeCloseTo(bestTotal(scores), 9)
      }),
    )
  })
})
