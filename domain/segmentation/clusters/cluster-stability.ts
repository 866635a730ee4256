import type { SegmentationMethod } from '@vitalfew/contract/segmentation.ts'
import { bootstrapJaccard } from '@vitalfew/methods/clustering/bootstrap-jaccard.ts'
import { countDistinctRows } from '@vitalfew/methods/clustering/points.ts'
import { sampleRows } from '@vitalfew/methods/clustering/sample-rows.ts'
import type { Effort } from '../effort.ts'
import { partitionSpace, type Space, spaceAt } from './partition-space.ts'

export interface ClusterStability {
  readonly labels: Int32Array
  readonly k: number
  readonly method: SegmentationMethod
  readonly seed: number
  readonly effort: Effort
}

const startsAnew = 4

/** How surely each cluster comes out again, by drawing accounts anew; null for a cluster no account of which was drawn. */
export function clusterStability(space: Space, request: ClusterStability): (number | null)[] {
  const { labels, k, method, seed, effort } = request
  const drawn = sampleRows(space.points.rows, { size: effort.stabilityRows, seed: seed + 1 })
  const seen = spaceAt(space, drawn)
  const found = bootstrapJaccard(
    drawn.map((row) => labels[row] ?? 0),
    {
      replicates: effort.replicates,
      seed,
      recluster: (rows, anew) => {
        const again = spaceAt(seen, rows)
        const most = space.distance === null ? countDistinctRows(again.points, k) : Math.min(k, rows.length)
        return partitionSpace(again, { method, seed: anew, starts: startsAnew }).labelsFor(most)
      },
    },
  )
  return Array.from({ length: k }, (_, cluster) => {
    const value = found[cluster] ?? Number.NaN
    return Number.isNaN(value) ? null : value
  })
}
