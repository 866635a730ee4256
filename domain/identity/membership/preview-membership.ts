import type { IdentityCustomer, MembershipPreview } from '@vitalfew/contract/identity.ts'
import { abcClasses } from '@vitalfew/methods/ranking/abc-classes.ts'
import type { AccountTiers } from './current-tiers.ts'
import { accountOf, type Membership } from './replay-operations.ts'

interface Account {
  readonly key: string
  readonly revenue: number
  readonly rank: number
  readonly abc: 'A' | 'B' | 'C' | null
}

/**
 * How totals, ranks, classes and tiers of the accounts that a change touches move. The total itself never does. What tier
 * an account that loses customers will have is known with the next run.
 */
export function previewMembership(
  customers: readonly IdentityCustomer[],
  {
    before,
    after,
    tiers,
  }: { readonly before: Membership; readonly after: Membership; readonly tiers?: AccountTiers | undefined },
): MembershipPreview {
  const known = new Map(customers.map((customer) => [customer.key, customer]))
  const [old, next] = [accountsOf(customers, before), accountsOf(customers, after)]
  const touched = new Set<string>()
  const partsOf = new Map<string, Set<string>>()
  for (const { key } of customers) {
    const [from, to] = [accountOf(before, key), accountOf(after, key)]
    if (from !== to) touched.add(from).add(to)
    const parts = partsOf.get(to)
    if (parts === undefined) partsOf.set(to, new Set([from]))
    else parts.add(from)
  }
  const tierAfter = (key: string): string | null => {
    const parts = [...(partsOf.get(key) ?? [])]
    const gains = (next.get(key)?.revenue ?? 0) >= (old.get(key)?.revenue ?? 0)
    return !next.has(key) || !old.has(key) || !gains ? null : (tiers?.tierTogether(parts) ?? null)
  }
  const total = customers.reduce((sum, { netRevenue }) => sum + netRevenue, 0)
  const rows = [...touched].map((key) => {
    const [was, becomes] = [old.get(key), next.get(key)]
    return {
      account: known.get(key)?.customer ?? key,
      name: known.get(key)?.name ?? '',
      revenueBefore: was?.revenue ?? null,
      revenueAfter: becomes?.revenue ?? null,
      rankBefore: was?.rank ?? null,
      rankAfter: becomes?.rank ?? null,
      abcBefore: was?.abc ?? null,
      abcAfter: becomes?.abc ?? null,
      tierBefore: was === undefined ? null : (tiers?.tierOf(key) ?? null),
      tierAfter: tierAfter(key),
    }
  })
  return {
    accountsBefore: old.size,
    accountsAfter: next.size,
    netRevenue: total,
    topTenBefore: topTen(old, total),
    topTenAfter: topTen(next, total),
    accounts: rows.toSorted(
      (a, b) => (b.revenueAfter ?? 0) - (a.revenueAfter ?? 0) || (a.account < b.account ? -1 : 1),
    ),
  }
}

function accountsOf(customers: readonly IdentityCustomer[], membership: Membership): ReadonlyMap<string, Account> {
  const revenues = new Map<string, number>()
  for (const { key, netRevenue } of customers) {
    const account = accountOf(membership, key)
    revenues.set(account, (revenues.get(account) ?? 0) + netRevenue)
  }
  const keys = [...revenues.keys()]
  const values = keys.map((key) => revenues.get(key) ?? 0)
  const { classes } = abcClasses(keys, values)
  const ranked = keys.map((_, index) => index).toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
  const ranks = new Map(ranked.map((index, rank) => [index, rank + 1]))
  return new Map(
    keys.map((key, index) => [
      key,
      { key, revenue: values[index] ?? 0, rank: ranks.get(index) ?? 0, abc: classes[index] ?? null },
    ]),
  )
}

function topTen(accounts: ReadonlyMap<string, Account>, total: number): number {
  if (total <= 0) return 0
  const largest = [...accounts.values()].filter(({ rank }) => rank <= 10)
  return largest.reduce((sum, { revenue }) => sum + revenue, 0) / total
}
