import { averageLinkage } from '@vitalfew/methods/record-linkage/average-linkage.ts'
import { connectedComponents } from '@vitalfew/methods/record-linkage/connected-components.ts'
import type { RecordPairs } from './record-pairs.ts'

export interface WeighedPairs extends RecordPairs {
  readonly weights: Float64Array
}

/** What a pair counts at least that nothing forbids: few pairs of one family look alike in everything. */
export const leastWeight = -2
const largestComponent = 400

/**
 * Groups records: components of links, and within each those who agree on the average.
 *
 * @returns for each record the first record of its group
 */
export function groupRecords(
  records: number,
  { pairs, cut }: { readonly pairs: WeighedPairs; readonly cut: number },
): Uint32Array {
  const groups = Uint32Array.from({ length: records }, (_, i) => i)
  let open: Uint32Array = Uint32Array.from(pairs.left.keys())
  for (let threshold = cut; open.length > 0; threshold = Math.max(threshold + 2, 1)) {
    open = groupOpen(records, { pairs, cut, threshold, open, groups })
  }
  return groups
}

interface OpenPairs {
  readonly pairs: WeighedPairs
  readonly cut: number
  readonly threshold: number
  /** Pairs of components that are not settled yet. */
  readonly open: Uint32Array
  readonly groups: Uint32Array
}

/** Settles components that are small enough, and returns the pairs of those that are not. */
function groupOpen(records: number, { pairs, cut, threshold, open, groups }: OpenPairs): Uint32Array {
  const { left, right, weights } = pairs
  const links = open.filter((pair) => (weights[pair] ?? 0) > threshold)
  const component = connectedComponents(records, {
    left: links.map((pair) => left[pair] ?? 0),
    right: links.map((pair) => right[pair] ?? 0),
  })
  const sizes = new Uint32Array(records)
  for (const root of component) sizes[root] = (sizes[root] ?? 0) + 1
  const inside = open.filter((pair) => component[left[pair] ?? 0] === component[right[pair] ?? 0])
  const isLarge = (pair: number): boolean => (sizes[component[left[pair] ?? 0] ?? 0] ?? 0) > largestComponent
  const settled = inside.filter((pair) => !isLarge(pair))
  for (const [root, members] of pairsByComponent(settled, { component, left })) {
    if ((sizes[root] ?? 0) === 2) joinTwo(members, { pairs, groups })
    else joinMany(members, { pairs, cut, groups })
  }
  return inside.filter(isLarge)
}

function pairsByComponent(
  settled: Uint32Array,
  { component, left }: { readonly component: Uint32Array; readonly left: Uint32Array },
): Map<number, number[]> {
  const members = new Map<number, number[]>()
  for (const pair of settled) {
    const root = component[left[pair] ?? 0] ?? 0
    const list = members.get(root)
    if (list === undefined) members.set(root, [pair])
    else list.push(pair)
  }
  return members
}

interface Settling {
  readonly pairs: WeighedPairs
  readonly groups: Uint32Array
}

function joinTwo([pair = 0]: readonly number[], { pairs, groups }: Settling): void {
  groups[pairs.right[pair] ?? 0] = pairs.left[pair] ?? 0
}

function joinMany(members: readonly number[], { pairs, groups, cut }: Settling & { readonly cut: number }): void {
  const { left, right, weights } = pairs
  const records = [...new Set(members.flatMap((pair) => [left[pair] ?? 0, right[pair] ?? 0]))].toSorted((a, b) => a - b)
  const place = new Map(records.map((record, i) => [record, i]))
  const labels = averageLinkage(records.length, {
    left: members.map((pair) => place.get(left[pair] ?? 0) ?? 0),
    right: members.map((pair) => place.get(right[pair] ?? 0) ?? 0),
    weights: members.map((pair) => {
      const weight = weights[pair] ?? leastWeight
      return weight === -Infinity ? weight : Math.max(leastWeight, weight)
    }),
    missing: leastWeight,
    cut,
  })
  labels.forEach((label, i) => {
    groups[records[i] ?? 0] = records[label] ?? 0
  })
}
