import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutDendrogram } from './dendrogram.ts'
import { pairwiseLinkage } from './pairwise-linkage.ts'
import { pointsFrom, type Points } from './points.ts'
import { singleLinkage } from './single-linkage.ts'
import { wardLinkage } from './ward-linkage.ts'

const figure = fc.integer({ min: -50, max: 50 }).map((value) => value / 4)
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 30 }))
  .chain(([width, rows]) =>
    fc.array(fc.array(figure, { minLength: rows, maxLength: rows }), { minLength: width, maxLength: width }),
  )
const apart =
  ({ width, values }: Points) =>
  (one: number, other: number): number => {
    let squared = 0
    for (let j = 0; j < width; j++) squared += ((values[one * width + j] ?? 0) - (values[other * width + j] ?? 0)) ** 2
    return Math.sqrt(squared)
  }

describe('linkages', () => {
  it('join upwards, and their cuts nest', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const points = pointsFrom(columns)
        const distance = apart(points)
        const trees = [
          wardLinkage(points),
          singleLinkage(points.rows, distance),
          pairwiseLinkage(points.rows, { linkage: 'complete', distance }),
          pairwiseLinkage(points.rows, { linkage: 'average', distance }),
        ]
        for (const tree of trees) {
          expect([...tree.height]).toEqual(Array.from(tree.height.toSorted()))
          expect(tree.size.at(-1)).toBe(points.rows)
          for (let k = 1; k < points.rows; k++) {
            const [coarse, fine] = [cutDendrogram(tree, k), cutDendrogram(tree, k + 1)]
            expect(new Set(fine).size).toBe(k + 1)
            expect(new Set(Array.from(fine, (label, i) => `${label} ${coarse[i]}`)).size).toBe(k + 1)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('agree with joining the nearest pair step by step', () => {
    const distinct = fc.uniqueArray(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(distinct, (column) => {
        const points = pointsFrom([column])
        const distance = apart(points)
        const heights = {
          ward: [...wardLinkage(points).height],
          single: [...singleLinkage(column.length, distance).height],
          complete: [...pairwiseLinkage(column.length, { linkage: 'complete', distance }).height],
          average: [...pairwiseLinkage(column.length, { linkage: 'average', distance }).height],
        }
        for (const [linkage, found] of Object.entries(heights)) {
          stepByStep(column, linkage).forEach((height, i) => expect(found[i]).toBeCloseTo(height, 6))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('with weights are those of rows repeated', () => {
    fc.assert(
      fc.property(fc.uniqueArray(figure, { minLength: 3, maxLength: 8 }), (column) => {
        const weights = column.map((_, i) => 1 + (i % 3))
        const repeated = column.flatMap((value, i) => Array.from({ length: weights[i] ?? 1 }, () => value))
        const heights = wardLinkage(pointsFrom([repeated])).height.filter((height) => height > 0)
        wardLinkage(pointsFrom([column]), weights).height.forEach((height, i) =>
          expect(height).toBeCloseTo(heights[i] ?? 0, 6),
        )
      }),
      { numRuns: 40 },
    )
  })
})

/** Heights of the joins of figures on a line, each time of the two clusters that are nearest. */
function stepByStep(column: readonly number[], linkage: string): number[] {
  let clusters = column.map((value) => [value])
  const heights: number[] = []
  while (clusters.length > 1) {
    let best = { one: 0, other: 1, height: Infinity }
    clusters.forEach((left, one) =>
      clusters.slice(one + 1).forEach((right, i) => {
        const height = heightOf(left, right, linkage)
        if (height < best.height) best = { one, other: one + 1 + i, height }
      }),
    )
    heights.push(best.height)
    const joined = [...(clusters[best.one] ?? []), ...(clusters[best.other] ?? [])]
    clusters = [...clusters.filter((_, i) => i !== best.one && i !== best.other), joined]
  }
  return heights
}

function heightOf(left: readonly number[], ...[right, linkage]: readonly [readonly number[], string]): number {
  const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length
  const pairs = left.flatMap((one) => right.map((other) => Math.abs(one - other)))
  if (linkage === 'single') return Math.min(...pairs)
  if (linkage === 'complete') return Math.max(...pairs)
  if (linkage === 'average') return mean(pairs)
  return Math.sqrt((2 * left.length * right.length) / (left.length + right.length)) * Math.abs(mean(left) - mean(right))
}
