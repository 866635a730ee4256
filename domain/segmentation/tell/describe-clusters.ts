import type { Segment } from '@vitalfew/contract/segmentation.ts'
import { sampleRows } from '@vitalfew/methods/clustering/sample-rows.ts'
import { silhouettes, silhouettesByDistance } from '@vitalfew/methods/clustering/silhouettes.ts'
import { silhouetteRows } from '../clusters/silhouette-rows.ts'
import { clusterStability } from '../clusters/cluster-stability.ts'
import type { Membership } from '../clusters/membership.ts'
import { type Space, spaceAt } from '../clusters/partition-space.ts'
import type { SegmentAccounts } from '../segment-accounts.ts'
import type { FeatureSpace } from '../features/prepare-features.ts'
import type { Texts } from '../table/segment-table.ts'
import { clusterMembers } from './cluster-members.ts'
import { clusterNames } from './cluster-names.ts'
import { clusterProfiles } from './cluster-profile.ts'
import { segmentVerdict } from './segment-verdict.ts'

/** The clusters as they were found: labels from 0, and the id of each. */
export interface FoundClusters {
  readonly space: FeatureSpace
  readonly labels: Int32Array
  readonly k: number
  readonly ids: readonly number[]
  /** Whether a cluster is one of an earlier segmentation, whose name it keeps. */
  readonly kept: readonly boolean[]
  readonly accounts: Texts
  readonly accountNames: Texts
  readonly amounts: Float64Array | null
}

/** What there is to say of each cluster, in the order of their ids. */
export function describeClusters(
  found: FoundClusters,
  { request, member }: { readonly request: SegmentAccounts; readonly member: Membership },
): Segment[] {
  const { space, labels, k, ids, kept, amounts } = found
  const { method, seed, effort, locale, earlier } = request
  const profiles = clusterProfiles(space.features, { labels, k })
  const names = clusterNames(profiles, { features: space.features, locale })
  const stabilities = clusterStability(space, { labels, k, method, seed, effort })
  const silhouetteOf = clusterSilhouettes(space, { labels, most: silhouetteRows(space, effort), seed })
  const sizes = totals(labels, { k, of: () => 1 })
  const worth = amounts === null ? null : totals(labels, { k, of: (row) => amounts[row] ?? 0 })
  const whole = worth?.reduce((sum, value) => sum + value, 0) ?? 0
  const segments = ids.map((id, cluster): Segment => {
    const stability = stabilities[cluster] ?? null
    // Sums of doubles: beyond the cent they say nothing.
    const amount = worth === null ? null : Math.round((worth[cluster] ?? 0) * 100) / 100
    return {
      id,
      name: (kept[cluster] === true ? earlier?.names.get(id) : undefined) ?? names[cluster] ?? String(id),
      size: sizes[cluster] ?? 0,
      share: (sizes[cluster] ?? 0) / labels.length,
      amount,
      amountShare: amount === null || whole === 0 ? null : amount / whole,
      stability,
      verdict: segmentVerdict(stability),
      silhouette: silhouetteOf.get(cluster) ?? null,
      profile: profiles[cluster] ?? [],
      ...clusterMembers(cluster, { ...found, membership: member }),
    }
  })
  return segments.toSorted((one, other) => one.id - other.id)
}

function totals(
  labels: Int32Array,
  { k, of }: { readonly k: number; readonly of: (row: number) => number },
): Float64Array {
  const sums = new Float64Array(k)
  labels.forEach((label, row) => {
    const value = of(row)
    if (!Number.isNaN(value)) sums[label] = (sums[label] ?? 0) + value
  })
  return sums
}

/** The mean silhouette of each cluster, of a sample where there are many accounts. */
function clusterSilhouettes(
  space: Space,
  { labels, most, seed }: { readonly labels: Int32Array; readonly most: number; readonly seed: number },
): Map<number, number> {
  const drawn = sampleRows(labels.length, { size: most, seed })
  const seen = spaceAt(space, drawn)
  const own = drawn.map((row) => labels[row] ?? 0)
  const found = seen.distance === null ? silhouettes(seen.points, own) : silhouettesByDistance(own, seen.distance)
  const sums = new Map<number, { total: number; rows: number }>()
  own.forEach((label, i) => {
    const item = sums.get(label) ?? { total: 0, rows: 0 }
    sums.set(label, { total: item.total + (found[i] ?? 0), rows: item.rows + 1 })
  })
  return new Map([...sums].map(([label, { total, rows }]) => [label, total / rows]))
}
