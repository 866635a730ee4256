import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { cutDendrogram, type Dendrogram } from '@vitalfew/methods/clustering/dendrogram.ts'
import type { MicroClusters } from '@vitalfew/methods/clustering/micro-clusters.ts'

export interface ToldDendrogram {
  readonly tree: Dendrogram | null
  readonly micro: MicroClusters | null
  /** The cluster of each row that takes part. */
  readonly labels: Int32Array
  readonly ids: readonly number[]
}

const mostLeaves = 30

/** The last joins of a tree, as much of it as a page can show. */
export function toldDendrogram({ tree, micro, labels, ids }: ToldDendrogram): Segmentation['dendrogram'] {
  if (tree === null) return null
  const count = Math.min(mostLeaves, tree.rows)
  const groups = cutDendrogram(tree, count)
  const leaves = Array.from({ length: count }, () => ({ accounts: 0, cluster: 1 }))
  const rowOf = micro === null ? (row: number): number => row : (row: number): number => micro.labels[row] ?? 0
  for (let row = 0; row < labels.length; row++) {
    const leaf = leaves[groups[rowOf(row)] ?? 0]
    if (leaf === undefined) continue
    leaf.accounts++
    leaf.cluster = ids[labels[row] ?? 0] ?? 1
  }
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
