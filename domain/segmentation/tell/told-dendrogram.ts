import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { cutDendrogram, type Dendrogram } from '@vitalfew/methods/clustering/dendrogram.ts'
import { type MicroClusters, microClusters } from '@vitalfew/methods/clustering/micro-clusters.ts'
import type { Points } from '@vitalfew/methods/clustering/points.ts'
import { wardLinkage } from '@vitalfew/methods/clustering/ward-linkage.ts'

export interface GrownTree {
  readonly tree: Dendrogram
  /** Groups that the leaves of the tree stand for; null where they are rows. */
  readonly micro: MicroClusters | null
}

export interface ToldDendrogram extends GrownTree {
  /** The cluster of each row that takes part. */
  readonly labels: Int32Array
  readonly ids: readonly number[]
}

const mostLeaves = 30
const mostGroups = 500

/** How small groups of like rows join by Ward's linkage: for methods that grow no tree of their own. */
export function treeOfGroups(points: Points): GrownTree {
  const micro = microClusters(points, mostGroups)
  return { tree: wardLinkage(micro.centres, micro.sizes), micro }
}

/** The last joins of a tree, as much of it as a page can show. A leaf is of the cluster that most of its accounts are of. */
export function toldDendrogram({ tree, micro, labels, ids }: ToldDendrogram): Segmentation['dendrogram'] {
  const count = Math.min(mostLeaves, tree.rows)
  const groups = cutDendrogram(tree, count)
  const counts = Array.from({ length: count }, () => new Float64Array(ids.length))
  const rowOf = micro === null ? (row: number): number => row : (row: number): number => micro.labels[row] ?? 0
  for (let row = 0; row < labels.length; row++) {
    const [leaf, label] = [counts[groups[rowOf(row)] ?? 0], labels[row] ?? 0]
    if (leaf !== undefined) leaf[label] = (leaf[label] ?? 0) + 1
  }
  const leaves = counts.map((own) => ({
    accounts: own.reduce((sum, accounts) => sum + accounts, 0),
    cluster: ids[own.indexOf(Math.max(...own))] ?? 1,
  }))
  const nodes = nodesAbove(tree, { groups, from: tree.rows - count })
  const joins = []
  for (let step = tree.rows - count; step < tree.rows - 1; step++) {
    const [left, right] = [nodes.get(tree.left[step] ?? 0) ?? 0, nodes.get(tree.right[step] ?? 0) ?? 0]
    nodes.set(tree.rows + step, count + joins.length)
    joins.push({ left, right, height: tree.height[step] ?? 0 })
  }
  return { leaves, joins }
}

/** Which leaf each node of the whole tree is that the first shown joins speak of. */
function nodesAbove(
  tree: Dendrogram,
  { groups, from }: { readonly groups: Int32Array; readonly from: number },
): Map<number, number> {
  const leafOf = new Map<number, number>(Array.from(groups, (group, row) => [row, group]))
  for (let step = 0; step < from; step++) leafOf.set(tree.rows + step, leafOf.get(tree.left[step] ?? 0) ?? 0)
  return leafOf
}
