import type {
  AccountRelation,
  IdentityCustomer,
  LinkOrigin,
  ProposedLink,
  RelationEntry,
} from '@vitalfew/contract/identity.ts'
import { accountOf, type Membership } from '../membership/replay-operations.ts'
import type { CompanyName } from '../names/company-name.ts'
import { parseCompanyName } from '../names/parse-company-name.ts'
import { closesCircle, type GroupLinks, undoneEntries } from './group-links.ts'
import { revenueByAccount } from './group-tree.ts'

interface Named {
  readonly customer: IdentityCustomer
  readonly account: string
  readonly name: CompanyName
}

/** Signs of an own name from which on a longer name that begins with it is taken for one of the group. */
const tellingBrand = 3

/**
 * Links that names suggest: a branch is under its enterprise (legal parent), and who bears the own name of a group that
 * calls itself one is in it (commercial group). Whoever is placed already, or was said not to belong, is left out.
 */
export function proposedLinks(
  relation: AccountRelation,
  {
    customers,
    membership,
    entries,
    links,
  }: {
    readonly customers: readonly IdentityCustomer[]
    readonly membership: Membership
    readonly entries: readonly RelationEntry[]
    readonly links: GroupLinks
  },
): ProposedLink[] {
  if (relation === 'billingParent') return []
  const named = customers
    .filter(({ key, name }) => name !== '' && accountOf(membership, key) === key)
    .map((customer): Named => ({ customer, account: customer.key, name: parseCompanyName(customer.name) }))
  const refused = refusedLinks(entries, { relation, membership })
  const revenue = revenueByAccount(customers, membership)
  const parentOf = relation === 'legalParent' ? headOffices(named) : groupsByName(named)
  const found = named.flatMap((child): ProposedLink[] => {
    const parent = parentOf(child)
    if (parent === undefined || parent.account === child.account) return []
    const pair = { child: child.account, parent: parent.account }
    if (links.has(child.account) || refused.has(`${pair.child} ${pair.parent}`) || closesCircle(links, pair)) return []
    const origin: LinkOrigin = relation === 'legalParent' ? 'branch' : 'groupName'
    return [{ relation, child: shown(child, revenue), parent: shown(parent, revenue), origin }]
  })
  return found.toSorted(
    (a, b) =>
      Math.min(b.child.revenue, b.parent.revenue) - Math.min(a.child.revenue, a.parent.revenue) ||
      b.child.revenue - a.child.revenue ||
      (a.child.key < b.child.key ? -1 : 1),
  )
}

function shown({ customer, account }: Named, revenue: ReadonlyMap<string, number>): ProposedLink['child'] {
  return { key: account, account: customer.customer, name: customer.name, revenue: revenue.get(account) ?? 0 }
}

function headOffices(named: readonly Named[]): (child: Named) => Named | undefined {
  const heads = onlyOnes(
    named.filter(({ name }) => name.branch === ''),
    ({ name }) => name.core,
  )
  return ({ name }) => (name.branch === '' ? undefined : heads.get(name.core))
}

function groupsByName(named: readonly Named[]): (child: Named) => Named | undefined {
  const groups = onlyOnes(
    named.filter(({ name }) => name.isGroup && name.branch === '' && name.brand.length >= 2),
    ({ name }) => name.brand,
  )
  const longest = Math.max(0, ...[...groups.keys()].map((brand) => brand.length))
  return ({ name }) => {
    if (name.isGroup || name.branch !== '') return undefined
    const same = groups.get(name.brand)
    if (same !== undefined) return same
    for (let length = Math.min(longest, name.core.length); length >= tellingBrand; length--) {
      const group = groups.get(name.core.slice(0, length))
      if (group !== undefined) return group
    }
    return undefined
  }
}

/** Those whose key nobody else has: of two groups of one name neither is more likely meant. */
function onlyOnes(named: readonly Named[], keyOf: (of: Named) => string): ReadonlyMap<string, Named> {
  const found = new Map<string, Named | undefined>()
  for (const each of named) found.set(keyOf(each), found.has(keyOf(each)) ? undefined : each)
  return new Map([...found].flatMap(([key, each]) => (each === undefined ? [] : [[key, each] as const])))
}

function refusedLinks(
  entries: readonly RelationEntry[],
  { relation, membership }: { readonly relation: AccountRelation; readonly membership: Membership },
): ReadonlySet<string> {
  const undone = undoneEntries(entries)
  const refused = entries.filter(
    (entry) => entry.relation === relation && !undone.has(entry.sequence) && entry.action === 'reject',
  )
  return new Set(refused.map(({ child, parent }) => `${accountOf(membership, child)} ${accountOf(membership, parent)}`))
}
