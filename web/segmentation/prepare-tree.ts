import type { Segmentation } from '@vitalfew/contract/segmentation.ts'

type Dendrogram = NonNullable<Segmentation['dendrogram']>

export interface TreePicture {
  width: number
  height: number
  /** From left to right; `x` in the middle of its place. */
  leaves: { accounts: number; cluster: number; x: number }[]
  /** Two uprights and the bar that joins them; the cluster where both sides belong to one, null above. */
  joins: { path: string; cluster: number | null; height: number; accounts: number }[]
  ticks: { y: number; value: number }[]
}

const width = 640
const top = 12
const bottom = 250
const left = 48
const labels = 34

/** The last joins of a linkage as a tree: leaves stand so that no lines cross, heights are to scale. */
export function prepareTree({ leaves, joins }: Dendrogram): TreePicture {
  const order = leavesInOrder({ leaves, joins })
  const step = (width - left) / Math.max(1, order.length)
  const placeOf = new Map(order.map((leaf, place) => [leaf, left + (place + 0.5) * step]))
  const highest = joins.reduce((most, { height }) => Math.max(most, height), 0)
  const y = (height: number): number => round(bottom - (highest === 0 ? 0 : height / highest) * (bottom - top))
  const nodes = leaves.map(({ cluster, accounts }, leaf): Node => ({
    x: placeOf.get(leaf) ?? 0,
    height: 0,
    cluster,
    accounts,
  }))
  const drawn = joins.map(({ left: one, right: other, height }) => {
    const [a, b] = [nodes[one] ?? nothing, nodes[other] ?? nothing]
    const cluster = a.cluster === b.cluster ? a.cluster : null
    const accounts = a.accounts + b.accounts
    nodes.push({ x: (a.x + b.x) / 2, height, cluster, accounts })
    const path = `M${round(a.x)} ${y(a.height)}V${y(height)}H${round(b.x)}V${y(b.height)}`
    return { path, cluster, height, accounts }
  })
  return {
    width,
    height: bottom + labels,
    leaves: order.map((leaf) => {
      const { accounts, cluster } = leaves[leaf] ?? { accounts: 0, cluster: 1 }
      return { accounts, cluster, x: round(placeOf.get(leaf) ?? 0) }
    }),
    joins: drawn,
    ticks: highest === 0 ? [] : [0, 0.5, 1].map((share) => ({ y: y(share * highest), value: share * highest })),
  }
}

interface Node {
  x: number
  height: number
  cluster: number | null
  accounts: number
}

const nothing: Node = { x: 0, height: 0, cluster: null, accounts: 0 }

/** The leaves below the last join, its left side first; all of them where there is none. */
function leavesInOrder({ leaves, joins }: Dendrogram): number[] {
  const order: number[] = []
  const waiting = joins.length === 0 ? leaves.map((_, leaf) => leaf).toReversed() : [leaves.length + joins.length - 1]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const join = joins[node - leaves.length]
    if (join === undefined) order.push(node)
    else waiting.push(join.right, join.left)
  }
  return order
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
