import type { SegmentedAccounts } from './segment-accounts.ts'
import type { EarlierSegments } from './tell/segment-movement.ts'

/** A segmentation as the one that a later one goes on from: accounts by what they are called. */
export function segmentsBefore({ segmentation, accounts, clusters }: SegmentedAccounts): EarlierSegments {
  return {
    clusters: new Map(Array.from(clusters, (cluster, row) => [accounts.at(row) ?? '', cluster])),
    names: new Map(segmentation.clusters.map(({ id, name }) => [id, name])),
  }
}
