import type { GroupNode, IdentityCustomer } from '@vitalfew/contract/identity.ts'
import { accountOf, type Membership } from '../membership/replay-operations.ts'
import type { GroupLinks, GroupPlace } from './group-links.ts'

/** The trees of a relation from top to bottom: groups with the most revenue first, each followed by what is under it. */
export function groupTree(
  links: GroupLinks,
  { customers, membership }: { readonly customers: readonly IdentityCustomer[]; readonly membership: Membership },
): GroupNode[] {
  const own = revenueByAccount(customers, membership)
  const named = new Map(customers.map((customer) => [customer.key, customer]))
  const children = childrenOf(links)
  const totals = new Map<GroupPlace, number>()
  const total = (place: GroupPlace): number => {
    const known = totals.get(place)
    if (known !== undefined) return known
    const sum = (children.get(place) ?? []).reduce((all, child) => all + total(child), own.get(place) ?? 0)
    totals.set(place, sum)
    return sum
  }
  const byRevenue = (a: GroupPlace, b: GroupPlace): number => total(b) - total(a) || (a < b ? -1 : 1)
  const nodes: GroupNode[] = []
  const visit = (place: GroupPlace, depth: number): void => {
    const customer = named.get(place)
    const below = children.get(place) ?? []
    const link = links.get(place)
    nodes.push({
      node: place,
      account: customer?.customer ?? '',
      name: customer === undefined ? place.replace(/^name:/, '') : customer.name || customer.customer,
      parent: link?.parent ?? '',
      depth,
      children: below.length,
      origin: link?.origin ?? null,
      ownRevenue: own.get(place) ?? 0,
      totalRevenue: total(place),
    })
    for (const child of below.toSorted(byRevenue)) visit(child, depth + 1)
  }
  const tops = [...children.keys()].filter((place) => !links.has(place))
  for (const top of tops.toSorted(byRevenue)) visit(top, 0)
  return nodes
}

export function revenueByAccount(
  customers: readonly IdentityCustomer[],
  membership: Membership,
): ReadonlyMap<string, number> {
  const revenue = new Map<string, number>()
  for (const { key, netRevenue } of customers) {
    const account = accountOf(membership, key)
    revenue.set(account, (revenue.get(account) ?? 0) + netRevenue)
  }
  return revenue
}

function childrenOf(links: GroupLinks): ReadonlyMap<GroupPlace, readonly GroupPlace[]> {
  const children = new Map<GroupPlace, GroupPlace[]>()
  for (const [child, { parent }] of links) {
    const list = children.get(parent)
    if (list === undefined) children.set(parent, [child])
    else list.push(child)
  }
  return children
}
