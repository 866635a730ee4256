import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestMatching, matchClusters } from './best-matching.ts'
import { calinskiHarabasz } from './calinski-harabasz.ts'
import { clusterCentres, squaredDistanceTo } from './cluster-centres.ts'
import { gaussianMixture } from './gaussian-mixture.ts'
import { kMeans } from './k-means.ts'
import { microClusters } from './micro-clusters.ts'
import { countDistinctRows, pointsFrom, type Points } from './points.ts'
import { silhouettes, silhouettesByDistance } from './silhouettes.ts'
import { withinSquares } from './within-squares.ts'

const figure = fc.integer({ min: -50, max: 50 }).map((value) => value / 4)
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 30 }))
  .chain(([width, rows]) =>
    fc.array(fc.array(figure, { minLength: rows, maxLength: rows }), { minLength: width, maxLength: width }),
  )
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
const apart =
  ({ width, values }: Points) =>
  (one: number, other: number): number => {
    let squared = 0
    for (let j = 0; j < width; j++) squared += ((values[one * width + j] ?? 0) - (values[other * width + j] ?? 0)) ** 2
    return Math.sqrt(squared)
  }
/** The same partition, however its clusters are numbered. */
const partition = (labels: ArrayLike<number>): string => {
  const numbers = new Map<number, number>()
  return Array.from(labels, (label) => {
    const known = numbers.get(label) ?? numbers.size
    numbers.set(label, known)
    return known
  }).join()
}

describe('kMeans', () => {
  it('gives every row its nearest centre, every centre the mean of its rows, and the inertia of both', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 4 }), (columns, wanted) => {
        const points = pointsFrom(columns)
        const k = Math.min(wanted, countDistinctRows(points, wanted))
        const { labels, centres, inertia } = kMeans(points, { k, seed: 7, starts: 5 })
        expect(new Set(labels).size).toBe(k)
        for (let row = 0; row < points.rows; row++) {
          const distances = Array.from({ length: k }, (_, centre) =>
            squaredDistanceTo(points, { row, centre, centres }),
          )
          expect(distances[labels[row] ?? 0]).toBeLessThan(Math.min(...distances) + 1e-6)
        }
        clusterCentres(points, labels).centres.forEach((value, at) => expect(value).toBeCloseTo(centres[at] ?? 0, 8))
        expect(inertia).toBeCloseTo(sum(withinSquares(points, labels)), 6)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same for the same seed, and no worse with more clusters', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const points = pointsFrom(columns)
        const most = Math.min(4, countDistinctRows(points, 4))
        const inertias = Array.from(
          { length: most },
          (_, i) => kMeans(points, { k: i + 1, seed: 3, starts: 30 }).inertia,
        )
        expect(inertias).toEqual(
          Array.from({ length: most }, (_, i) => kMeans(points, { k: i + 1, seed: 3, starts: 30 }).inertia),
        )
        inertias.forEach((inertia, i) => expect(inertia).toBeLessThanOrEqual((inertias[i - 1] ?? Infinity) + 1e-9))
      }),
      { numRuns: 30 },
    )
  })

  it('finds the best of all partitions of a few rows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(figure, { minLength: 3, maxLength: 8 }), (column) => {
        const points = pointsFrom([column])
        let best = Infinity
        for (let code = 1; code < 2 ** column.length - 1; code++) {
          best = Math.min(
            best,
            sum(
              withinSquares(
                points,
                column.map((_, i) => (code >> i) & 1),
              ),
            ),
          )
        }
        expect(kMeans(points, { k: 2, seed: 1, starts: 20 }).inertia).toBeCloseTo(best, 6)
      }),
      { numRuns: 40 },
    )
  })

  it('refuses more clusters than there are different rows', () => {
    expect(() => kMeans(pointsFrom([[1, 1, 2]]), { k: 3, seed: 1 })).toThrow(/distinct rows, 2, got 3/)
    expect(() => kMeans(pointsFrom([[1, 2]]), { k: 0, seed: 1 })).toThrow(RangeError)
  })

  it('comes to nearly the same on a large table, by way of samples', () => {
    const rows = 30_000
    const columns = [0, 1].map((j) =>
      Float64Array.from({ length: rows }, (_, i) => 6 * ((i + j) % 3) + ((i * 7919) % 97) / 97),
    )
    const { inertia, labels } = kMeans(pointsFrom(columns), { k: 3, seed: 1 })
    expect(new Set(Array.from(labels, (label, i) => `${i % 3} ${label}`)).size).toBe(3)
    expect(inertia).toBeLessThan(rows * 0.2)
  })
})

describe('microClusters', () => {
  it('takes every row once, keeps equal rows together and makes no more groups than wanted', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 10 }), (columns, most) => {
        const points = pointsFrom(columns)
        const { labels, sizes, centres } = microClusters(points, most)
        expect(centres.rows).toBeLessThanOrEqual(most)
        expect(sum(sizes)).toBe(points.rows)
        expect(Math.min(...sizes)).toBeGreaterThan(0)
        const byRow = new Map<string, number>()
        for (let i = 0; i < points.rows; i++) {
          const key = columns.map((column) => column[i]).join()
          expect(byRow.get(key) ?? labels[i]).toBe(labels[i])
          byRow.set(key, labels[i] ?? 0)
        }
      }),
    )
  })
})

describe('measures of a partition', () => {
  it('silhouettes are what the definition says, by points and by distances', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 4 }), (columns, k) => {
        const points = pointsFrom(columns)
        const labels = Array.from({ length: points.rows }, (_, i) => i % k)
        const found = silhouettes(points, labels)
        const distance = apart(points)
        silhouettesByDistance(labels, distance).forEach((value, i) => expect(value).toBeCloseTo(found[i] ?? 0, 9))
        found.forEach((value, i) => expect(value).toBeCloseTo(byDefinition(labels, { i, k, distance }), 9))
      }),
      { numRuns: 40 },
    )
  })

  it('do not change with the numbers of the clusters', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const points = pointsFrom(columns)
        const labels = Array.from({ length: points.rows }, (_, i) => i % 3)
        const turned = labels.map((label) => 2 - label)
        const [one, other] = [calinskiHarabasz(points, labels), calinskiHarabasz(points, turned)]
        expect(one === other || Math.abs(one - other) <= 1e-9 * Math.abs(one) || Number.isNaN(one)).toBe(true)
      }),
    )
  })
})

describe('gaussianMixture', () => {
  it('tells two clouds apart, is the same for the same seed, and its probabilities are probabilities', () => {
    const columns = [0, 1].map((j) =>
      Float64Array.from({ length: 200 }, (_, i) => (i % 2) * 12 + Math.sin(i * (j + 1) * 12.9898) * (1 + (i % 2))),
    )
    const found = gaussianMixture(pointsFrom(columns), { k: 2, seed: 1 })
    expect(partition(found.labels)).toBe(partition(Array.from({ length: 200 }, (_, i) => i % 2)))
    expect(Math.min(...found.probabilities)).toBeGreaterThan(0.99)
    expect(sum(found.weights)).toBeCloseTo(1, 9)
    expect(gaussianMixture(pointsFrom(columns), { k: 2, seed: 1 })).toEqual(found)
    expect(found.bic).toBeLessThan(gaussianMixture(pointsFrom(columns), { k: 1, seed: 1 }).bic)
  })
})

describe('matching', () => {
  it('gains at least as much as any other way to pair', () => {
    const square = fc.integer({ min: 1, max: 5 }).chain((side) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: side, maxLength: side }), {
        minLength: side,
        maxLength: side,
      }),
    )
    fc.assert(
      fc.property(square, (gains) => {
        const gainOf = (columns: readonly number[]): number =>
          columns.reduce((total, column, row) => total + (gains[row]?.[column] ?? 0), 0)
        const best = Math.max(...permutations(gains.map((_, i) => i)).map(gainOf))
        expect(gainOf(bestMatching(gains))).toBe(best)
      }),
    )
  })

  it('undoes a renumbering', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1 }), (labels) => {
        const back = matchClusters(
          labels,
          labels.map((label) => 3 - label),
        )
        for (const label of labels) expect(back[3 - label]).toBe(label)
      }),
    )
  })
})

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}

function byDefinition(
  labels: readonly number[],
  of: { readonly i: number; readonly k: number; readonly distance: (one: number, other: number) => number },
): number {
  const meanTo = (cluster: number): number => {
    const others = labels.flatMap((label, j) => (label === cluster && j !== of.i ? [of.distance(of.i, j)] : []))
    return others.length === 0 ? Number.NaN : others.reduce((total, value) => total + value, 0) / others.length
  }
  const own = labels[of.i] ?? 0
  const inside = meanTo(own)
  const clusters = Array.from({ length: of.k }, (_, cluster) => cluster)
  const outside = Math.min(...clusters.filter((cluster) => cluster !== own).map(meanTo))
  if (Number.isNaN(inside) || outside === Infinity) return 0
  return Math.max(inside, outside) === 0 ? 0 : (outside - inside) / Math.max(inside, outside)
}
