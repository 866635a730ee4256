import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cutDendrogram } from '../clustering/dendrogram.ts'
import { kMeans } from '../clustering/k-means.ts'
import { pointsFrom } from '../clustering/points.ts'
import { silhouettes } from '../clustering/silhouettes.ts'
import { wardLinkage } from '../clustering/ward-linkage.ts'
import { fitScale, scaledColumn } from '../feature-scaling/feature-scale.ts'
import { fitTransform, transformedColumn } from '../feature-scaling/feature-transform.ts'

// Figures of scikit-learn on the 440 customers of a wholesaler (UCI): six yearly amounts, logarithms in z-scores.

const file = join(import.meta.dirname, '../../../shared/data/wholesale/wholesale_440.csv')
const present = existsSync(file)

const inertias = [1847.9797, 1558.047, 1391.7553, 1271.2786, 1177.0137, 1088.2149, 1025.5267]
const means = [0.290039, 0.258094, 0.187776, 0.190854, 0.191482, 0.198807, 0.194738]

describe.skipIf(!present)('Wholesale', () => {
  const points = pointsFrom(present ? readColumns() : [[0]])
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

  it.each(inertias.map((inertia, i) => ({ k: i + 2, inertia, silhouette: means[i] ?? 0 })))(
    'k-means, $k clusters',
    ({ k, inertia, silhouette }) => {
      const found = kMeans(points, { k, seed: 1 })
      expect(found.inertia).toBeLessThanOrEqual(inertia * 1.000001)
      const own = mean(silhouettes(points, found.labels))
      // Where the inertia is lower than the published one, the partition is another, and none of them is worse.
      expect(own).toBeGreaterThan(silhouette * (1 - 1e-3))
      const isPublished = found.inertia > inertia * (1 - 1e-6)
      expect(isPublished ? own.toFixed(5) : '').toBe(isPublished ? silhouette.toFixed(5) : '')
    },
  )

  it('Ward', () => {
    const tree = wardLinkage(points)
    const found = [2, 3, 5].map((k) => mean(silhouettes(points, cutDendrogram(tree, k))).toFixed(6))
    expect(found).toEqual(['0.262925', '0.234999', '0.178017'])
  })
})

function readColumns(): Float64Array[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const headers = head.split(',')
  const rows = lines.map((line) => line.split(',').map(Number))
  return ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen'].map((name) => {
    const figures = rows.map((row) => row[headers.indexOf(name)] ?? Number.NaN)
    const turned = transformedColumn(figures, fitTransform(figures, 'log'))
    return scaledColumn(turned, fitScale(turned, 'zscore'))
  })
}
