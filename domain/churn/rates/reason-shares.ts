import type { Churn } from '@vitalfew/contract/churn.ts'
import type { Conduct } from '../history/read-conduct.ts'

/** Why accounts that are gone left, where it is on record, the commonest first. */
export function reasonShares(
  { keys, hasLeft, netRevenue }: Conduct,
  reasons: ReadonlyMap<bigint, string>,
): Churn['reasons'] {
  const shares = new Map<string, { accounts: number; netRevenue: number }>()
  keys.forEach((key, row) => {
    const reason = hasLeft[row] === 1 ? reasons.get(key) : undefined
    if (reason === undefined) return
    const share = shares.get(reason) ?? { accounts: 0, netRevenue: 0 }
    shares.set(reason, { accounts: share.accounts + 1, netRevenue: share.netRevenue + (netRevenue[row] ?? 0) })
  })
  return [...shares]
    .map(([reason, share]) => ({ reason, ...share }))
    .toSorted((one, other) => other.accounts - one.accounts || other.netRevenue - one.netRevenue)
}
