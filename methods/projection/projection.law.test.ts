import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsFrom } from '../clustering/points.ts'
import { nearestRows } from './nearest-rows.ts'
import { principalComponents } from './principal-components.ts'
import { symmetricEigen } from './symmetric-eigen.ts'
import { umap } from './umap.ts'

const figure = fc.integer({ min: -40, max: 40 }).map((value) => value / 4)
const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 60 }))
  .chain(([width, rows]) =>
    fc.array(fc.array(figure, { minLength: rows, maxLength: rows }), { minLength: width, maxLength: width }),
  )
const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0)

describe('symmetricEigen', () => {
  it('finds vectors that the matrix only stretches, perpendicular to each other', () => {
    const square = fc
      .integer({ min: 1, max: 6 })
      .chain((side) => fc.array(figure, { minLength: side * side, maxLength: side * side }))
    fc.assert(
      fc.property(square, (entries) => {
        const side = Math.sqrt(entries.length)
        const matrix = Array.from({ length: side }, (_, i) =>
          Float64Array.from({ length: side }, (__, j) => entries[Math.min(i, j) * side + Math.max(i, j)] ?? 0),
        )
        const { values, vectors } = symmetricEigen(matrix)
        vectors.forEach((vector, i) => {
          matrix.forEach((row, j) => expect(dot(row, vector)).toBeCloseTo((values[i] ?? 0) * (vector[j] ?? 0), 8))
          vectors.forEach((other, j) => expect(dot(vector, other)).toBeCloseTo(i === j ? 1 : 0, 9))
        })
      }),
    )
  })
})

describe('principalComponents', () => {
  it('explains everything with as many components as features, and rebuilds the rows', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const points = pointsFrom(columns)
        const { scores, loadings, means, explained } = principalComponents(points, points.width)
        const whole = explained.reduce((sum, share) => sum + share, 0)
        expect(Math.abs(whole) < 1e-9 || Math.abs(whole - 1) < 1e-9).toBe(true)
        for (let i = 0; i < points.rows; i++) {
          columns.forEach((column, j) => {
            const rebuilt = loadings.reduce(
              (sum, loading, axis) => sum + (scores[i * points.width + axis] ?? 0) * (loading[j] ?? 0),
              means[j] ?? 0,
            )
            expect(rebuilt).toBeCloseTo(column[i] ?? 0, 7)
          })
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('nearestRows', () => {
  it('finds what looking at every row finds', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 5 }), (columns, wanted) => {
        const points = pointsFrom(columns)
        const count = Math.min(wanted, points.rows)
        const found = nearestRows(points, { queries: points, count })
        for (let query = 0; query < points.rows; query++) {
          const distances = Array.from({ length: points.rows }, (_, row) =>
            Math.hypot(...columns.map((column) => (column[query] ?? 0) - (column[row] ?? 0))),
          ).sort((one, other) => one - other)
          for (let i = 0; i < count; i++) expect(found.distances[query * count + i]).toBeCloseTo(distances[i] ?? 0, 9)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('umap', () => {
  const clouds = [0, 1, 2].map((j) =>
    Float64Array.from({ length: 240 }, (_, i) => ((i + j) % 3) * 20 + Math.sin((i + 1) * (j + 1) * 12.9898)),
  )
  const isNear = (layout: Float64Array, of: { one: number; other: number }): number =>
    Math.hypot(
      (layout[of.one * 2] ?? 0) - (layout[of.other * 2] ?? 0),
      (layout[of.one * 2 + 1] ?? 0) - (layout[of.other * 2 + 1] ?? 0),
    )

  it('keeps neighbours together and clouds apart', () => {
    const layout = umap(pointsFrom(clouds), { seed: 1 })
    let kept = 0
    for (let one = 0; one < 240; one++) {
      const distances = Array.from({ length: 240 }, (_, other) => other)
        .filter((other) => other !== one)
        .sort((left, right) => isNear(layout, { one, other: left }) - isNear(layout, { one, other: right }))
      kept += distances.slice(0, 10).filter((other) => other % 3 === one % 3).length
    }
    expect(kept / 2400).toBeGreaterThan(0.99)
    expect(layout.every(Number.isFinite)).toBe(true)
  })

  it('draws the same picture for the same seed, also by way of landmarks', () => {
    const points = pointsFrom(clouds)
    const options = { seed: 2, landmarks: 90, epochs: 50 }
    expect(umap(points, options)).toEqual(umap(points, options))
    expect(umap(points, options).every(Number.isFinite)).toBe(true)
  })

  it('bears rows that are all equal', () => {
    expect(umap(pointsFrom([new Float64Array(30)]), { seed: 1, epochs: 20 }).every(Number.isFinite)).toBe(true)
  })
})
