import { leastWeight } from '../resolve/group-records.ts'
import type { KnownRecords } from './known-records.ts'
import type { ComparedWithKnown } from './weigh-known.ts'

/**
 * Puts new records into clusters, one after another: into the one they agree with most on the average, or into one of
 * their own. Members that they were not compared with count against it. Known clusters are never joined with each other.
 */
export function joinClusters(
  { records, left, right, weights }: Pick<ComparedWithKnown, 'records' | 'left' | 'right' | 'weights'>,
  { known, newClusters }: { readonly known: Pick<KnownRecords, 'clusters' | 'sizes'>; readonly newClusters: number },
): Uint32Array {
  const clusters = new Uint32Array(records)
  const sizes = new Map(known.sizes)
  const links = linksOf(records, { left, right, weights })
  let next = newClusters
  for (let record = 0; record < records; record++) {
    const sums = new Map<number, { sum: number; compared: number }>()
    for (const { other, weight } of links[record] ?? []) {
      const cluster = other < records ? (clusters[other] ?? 0) : (known.clusters[other - records] ?? 0)
      if (cluster === 0) continue
      const found = sums.get(cluster) ?? { sum: 0, compared: 0 }
      found.sum += weight === -Infinity ? weight : Math.max(leastWeight, weight)
      found.compared++
      sums.set(cluster, found)
    }
    let [best, highest] = [0, 0]
    for (const [cluster, { sum, compared }] of sums) {
      const size = Math.max(compared, sizes.get(cluster) ?? 1)
      const mean = (sum + (size - compared) * leastWeight) / size
      if (mean > highest || (mean === highest && mean > 0 && cluster < best)) [best, highest] = [cluster, mean]
    }
    if (best === 0) best = next++
    clusters[record] = best
    sizes.set(best, (sizes.get(best) ?? 0) + 1)
  }
  return clusters
}

interface Link {
  readonly other: number
  readonly weight: number
}

function linksOf(
  records: number,
  { left, right, weights }: Pick<ComparedWithKnown, 'left' | 'right' | 'weights'>,
): readonly (readonly Link[])[] {
  const links = Array.from({ length: records }, (): Link[] => [])
  left.forEach((record, pair) => {
    const [other, weight] = [right[pair] ?? 0, weights[pair] ?? 0]
    links[record]?.push({ other, weight })
    if (other < records) links[other]?.push({ other: record, weight })
  })
  return links
}
