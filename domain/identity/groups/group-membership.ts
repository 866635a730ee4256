import type { AccountLevel, AccountRelation, IdentityCustomer } from '@vitalfew/contract/identity.ts'
import { accountOf, type Membership } from '../membership/replay-operations.ts'
import { type GroupLinks, type GroupPlace, topOf } from './group-links.ts'

/** The relation whose tops a level is made of; undefined for accounts themselves. */
export const relationOfLevel: Readonly<Record<AccountLevel, AccountRelation | undefined>> = {
  account: undefined,
  group: 'commercialGroup',
  legal: 'legalParent',
  billing: 'billingParent',
}

/**
 * Membership with groups in the place of their accounts. A group is named by the account at its top; where the top has
 * no sales, by the account of it that bought first, which does not change as others come and go.
 */
export function groupMembership(
  links: GroupLinks,
  { customers, membership }: { readonly customers: readonly IdentityCustomer[]; readonly membership: Membership },
): Membership {
  const known = new Set(customers.map(({ key }) => accountOf(membership, key)))
  const oldest = customers.toSorted((a, b) =>
    a.firstDay === b.firstDay ? (a.key < b.key ? -1 : 1) : a.firstDay < b.firstDay ? -1 : 1,
  )
  const nameOf = new Map<GroupPlace, string>()
  for (const { key } of oldest) {
    const account = accountOf(membership, key)
    const top = topOf(links, account)
    if (!nameOf.has(top)) nameOf.set(top, known.has(top) ? top : account)
  }
  const grouped = new Map(membership)
  for (const { key } of customers) {
    const account = accountOf(membership, key)
    const group = nameOf.get(topOf(links, account)) ?? account
    if (group !== account || membership.has(key)) grouped.set(key, group)
  }
  return grouped
}
