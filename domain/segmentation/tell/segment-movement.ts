import type { SegmentMovement } from '@vitalfew/contract/segmentation.ts'
import { matchClusters } from '@vitalfew/methods/clustering/best-matching.ts'
import type { Texts } from '../table/segment-table.ts'

/** An earlier segmentation: the cluster of each account by its identifier, and the names of the clusters. */
export interface EarlierSegments {
  readonly clusters: ReadonlyMap<string, number>
  readonly names: ReadonlyMap<number, string>
}

/** What clusters are called from one segmentation to the next: ids as before where most accounts stayed, new ones behind. */
export function keptIds(
  labels: Int32Array,
  of: { readonly accounts: Texts; readonly k: number; readonly earlier: EarlierSegments | null },
): { ids: number[]; kept: boolean[] } {
  const { accounts, k, earlier } = of
  if (earlier === null)
    return { ids: Array.from({ length: k }, (_, i) => i + 1), kept: Array.from({ length: k }, () => false) }
  const before = labels.map((_, row) => earlier.clusters.get(accounts.at(row) ?? '') ?? -1)
  const matched = matchClusters(before, labels)
  let free = [...earlier.clusters.values()].reduce((most, id) => Math.max(most, id), 0)
  const kept = Array.from({ length: k }, (_, cluster) => (matched[cluster] ?? -1) >= 0)
  const ids = kept.map((isKept, cluster) => (isKept ? (matched[cluster] ?? 0) : ++free))
  return { ids, kept }
}

/** Who went where since an earlier segmentation. */
export function segmentMovement(
  labels: Int32Array,
  of: {
    readonly accounts: Texts
    readonly ids: readonly number[]
    readonly earlier: EarlierSegments | null
  },
): SegmentMovement | null {
  const { accounts, ids, earlier } = of
  if (earlier === null) return null
  const counts = new Map<string, { from: number; to: number; accounts: number }>()
  let shared = 0
  labels.forEach((label, row) => {
    const from = earlier.clusters.get(accounts.at(row) ?? '')
    if (from === undefined) return
    shared++
    const to = ids[label] ?? 1
    const move = counts.get(`${from} ${to}`) ?? { from, to, accounts: 0 }
    move.accounts++
    counts.set(`${from} ${to}`, move)
  })
  const moves = [...counts.values()].toSorted(
    (one, other) => other.accounts - one.accounts || one.from - other.from || one.to - other.to,
  )
  return {
    shared,
    stayed: moves.reduce((sum, move) => sum + (move.from === move.to ? move.accounts : 0), 0),
    arrived: accounts.length - shared,
    gone: earlier.clusters.size - shared,
    moves,
  }
}
