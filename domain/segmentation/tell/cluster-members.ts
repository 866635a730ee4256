import type { SegmentMember } from '@vitalfew/contract/segmentation.ts'
import type { Membership } from '../clusters/membership.ts'
import type { Texts } from '../table/segment-table.ts'

export interface ClusterMembers {
  readonly labels: Int32Array
  readonly membership: Membership
  readonly accounts: Texts
  readonly accountNames: Texts
  /** The id of each cluster. */
  readonly ids: readonly number[]
}

const listed = 5
/** At the border, or beyond it. */
const borderlineBelow = 0.6

/** Accounts that a cluster is like, and those that could as well be elsewhere. */
export function clusterMembers(
  cluster: number,
  of: ClusterMembers,
): { typical: SegmentMember[]; borderline: SegmentMember[] } {
  const { labels, membership, accounts, accountNames, ids } = of
  const strength = (row: number): number => membership.strengths[row] ?? 0
  const typical = shortList((one, other) => strength(other) - strength(one) || one - other)
  const borderline = shortList((one, other) => strength(one) - strength(other) || other - one)
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] !== cluster) continue
    typical.offer(row)
    if (strength(row) < borderlineBelow) borderline.offer(row)
  }
  const member = (row: number): SegmentMember => ({
    account: accounts.at(row) ?? '',
    accountName: accountNames.at(row) ?? '',
    strength: strength(row),
    next: ids[membership.next[row] ?? -1] ?? null,
  })
  return { typical: typical.rows.map(member), borderline: borderline.rows.map(member) }
}

/** The first few by an order, of rows that come one by one. */
function shortList(order: (one: number, other: number) => number) {
  const rows: number[] = []
  return {
    rows,
    offer: (row: number): void => {
      const last = rows.at(-1)
      if (rows.length === listed && last !== undefined && order(row, last) > 0) return
      rows.push(row)
      rows.splice(0, rows.length, ...rows.toSorted(order).slice(0, listed))
    },
  }
}
