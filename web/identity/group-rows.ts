import type { GroupNode } from '@vitalfew/contract/identity.ts'

/** A place in a tree with what is under it, as a table that folds draws it. */
export interface GroupRow extends GroupNode {
  readonly below?: GroupRow[]
}

/** The list of places, each after its parent, as trees. */
export function groupRows(nodes: readonly GroupNode[]): GroupRow[] {
  const tops: GroupRow[] = []
  const open: (GroupNode & { below?: GroupRow[] })[] = []
  for (const node of nodes) {
    const row: GroupNode & { below?: GroupRow[] } = { ...node }
    open.length = node.depth
    const parent = open.at(-1)
    if (parent === undefined) tops.push(row)
    else parent.below = [...(parent.below ?? []), row]
    open.push(row)
  }
  return tops
}
