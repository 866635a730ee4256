import type { SegmentedAccounts } from './segment-accounts.ts'
import type { EarlierSegments } from './tell/segment-movement.ts'

/** A segmentation as the one that a later one goes on from: accounts by what they are called. */
export function segmentsBefore({ segmentation, accounts, clusters }: SegmentedAccounts): EarlierSegments {
  return {
    clusters: new Map(accounts.map((account, row) => [account, clusters[row] ?? 1])),
    names: new Map(segmentation.clusters.map(({ id, name }) => [id, name])),
  }
}
