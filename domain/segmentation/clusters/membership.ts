import { clusterCentres, squaredDistanceTo } from '@vitalfew/methods/clustering/cluster-centres.ts'
import { sampleRows } from '@vitalfew/methods/clustering/sample-rows.ts'
import type { Space } from './partition-space.ts'

export interface Membership {
  /** 1 at the centre of the own cluster, 0.5 as near to another one. */
  readonly strengths: Float64Array
  /** The nearest other cluster; −1 where there is none. */
  readonly next: Int32Array
}

/** Members by which the distance to a cluster is told where there are no centres. */
const mostWitnesses = 200

/**
 * How surely each row belongs to its cluster: other² / (own² + other²) of the distances to its own and the nearest other
 * centre (without centres: of the mean distances to members).
 *
 * @param labels the cluster of each row, from 0
 */
export function membership(space: Space, labels: Int32Array): Membership {
  const { rows } = space.points
  const squareTo = space.distance === null ? byCentres(space, labels) : byMembers(space, labels)
  const { sizes } = clusterCentres(space.points, labels)
  const strengths = new Float64Array(rows)
  const next = new Int32Array(rows).fill(-1)
  for (let row = 0; row < rows; row++) {
    const own = labels[row] ?? 0
    let nearest = Infinity
    for (let cluster = 0; cluster < sizes.length; cluster++) {
      if (cluster === own) continue
      const squared = squareTo(row, cluster)
      if (squared >= nearest) continue
      nearest = squared
      next[row] = cluster
    }
    const inside = squareTo(row, own)
    strengths[row] = nearest === Infinity ? 1 : nearest + inside === 0 ? 0.5 : nearest / (nearest + inside)
  }
  return { strengths, next }
}

function byCentres({ points }: Space, labels: Int32Array): (row: number, cluster: number) => number {
  const { centres } = clusterCentres(points, labels)
  return (row, cluster) => squaredDistanceTo(points, { row, centre: cluster, centres })
}

function byMembers({ distance }: Space, labels: Int32Array): (row: number, cluster: number) => number {
  const members = Map.groupBy(labels.keys(), (row) => labels[row] ?? 0)
  const witnesses = new Map(
    [...members].map(([cluster, rows]) => [
      cluster,
      Array.from(sampleRows(rows.length, { size: mostWitnesses, seed: cluster }), (i) => rows[i] ?? 0),
    ]),
  )
  return (row, cluster) => {
    const rows = witnesses.get(cluster) ?? []
    const total = rows.reduce((sum, other) => sum + (distance?.(row, other) ?? 0), 0)
    return (total / rows.length) ** 2
  }
}
