import type { Segmentation } from '@vitalfew/contract/segmentation.ts'

export interface ClusterLines {
  axes: string[]
  /** One per cluster: the median rank of its accounts by feature, 0..1; null where nothing is known. */
  lines: { cluster: number; name: string; ranks: (number | null)[] }[]
}

/** Every cluster as a line over the features. */
export function prepareClusterLines({
  features,
  clusters,
  projection,
}: Pick<Segmentation, 'features' | 'clusters' | 'projection'>): ClusterLines {
  return {
    axes: features.map(({ title }) => title),
    lines: clusters.map(({ id, name }) => ({
      cluster: id,
      name,
      ranks: features.map((_, feature) =>
        middle(
          (projection.ranks[feature] ?? []).filter((rank, place) => rank !== null && projection.clusters[place] === id),
        ),
      ),
    })),
  }
}

function middle(ranks: readonly (number | null)[]): number | null {
  const sorted = ranks.filter((rank) => rank !== null).toSorted((one, other) => one - other)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
