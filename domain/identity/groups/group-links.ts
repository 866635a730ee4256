import type { AccountRelation, IdentityCustomer, LinkOrigin, RelationEntry } from '@vitalfew/contract/identity.ts'
import { accountOf, type Membership, undoneOperations } from '../membership/replay-operations.ts'

/** A place in a tree: the key of an account, or the name of a group that has no sales of its own. */
export type GroupPlace = string

/** Who is directly under whom in one relation, and why. */
export type GroupLinks = ReadonlyMap<GroupPlace, { readonly parent: GroupPlace; readonly origin: LinkOrigin }>

interface Known {
  readonly customers: readonly IdentityCustomer[]
  readonly membership: Membership
  readonly entries: readonly RelationEntry[]
}

export function namedGroup(name: string): GroupPlace {
  return `name:${name}`
}

/**
 * The links of a relation: what people said, and where they said nothing, what the sources have in their column for the
 * parent, which is taken for the commercial group. A link that would make a circle is left out.
 */
export function groupLinks(relation: AccountRelation, { customers, membership, entries }: Known): GroupLinks {
  const said = newestEntries(entries, { relation, membership })
  const links = new Map<GroupPlace, { readonly parent: GroupPlace; readonly origin: LinkOrigin }>()
  const accounts = accountsByName(customers, membership)
  for (const [child, { action, parent, parentName }] of said) {
    if (action !== 'link') continue
    const named = accounts.get(parentName) ?? namedGroup(parentName)
    const place = parent === '0' ? named : accountOf(membership, parent)
    if (!closesCircle(links, { child, parent: place })) links.set(child, { parent: place, origin: 'person' })
  }
  if (relation !== 'commercialGroup') return links
  for (const { key, parent } of customers) {
    const child = accountOf(membership, key)
    const name = parent.trim()
    if (name === '' || links.has(child) || said.has(child)) continue
    const place = accounts.get(name) ?? namedGroup(name)
    if (!closesCircle(links, { child, parent: place })) links.set(child, { parent: place, origin: 'imported' })
  }
  return links
}

/** The top of the tree in which a place is. */
export function topOf(links: GroupLinks, place: GroupPlace): GroupPlace {
  let at = place
  for (let link = links.get(at); link !== undefined; link = links.get(at)) at = link.parent
  return at
}

/** Whether a link would put a place under itself. */
export function closesCircle(
  links: GroupLinks,
  { child, parent }: { readonly child: GroupPlace; readonly parent: GroupPlace },
): boolean {
  if (child === parent) return true
  for (let at: GroupPlace | undefined = parent; at !== undefined; at = links.get(at)?.parent) {
    if (at === child) return true
  }
  return false
}

/** What was last said of where each child is; entries taken back count no more. */
export function newestEntries(
  entries: readonly RelationEntry[],
  { relation, membership }: { readonly relation: AccountRelation; readonly membership: Membership },
): ReadonlyMap<GroupPlace, RelationEntry> {
  const undone = undoneEntries(entries)
  const newest = new Map<GroupPlace, RelationEntry>()
  for (const entry of entries) {
    const isPlace = entry.action === 'link' || entry.action === 'unlink'
    if (entry.relation !== relation || !isPlace || undone.has(entry.sequence)) continue
    newest.set(accountOf(membership, entry.child), entry)
  }
  return newest
}

/** Entries that have been taken back. */
export function undoneEntries(entries: readonly RelationEntry[]): ReadonlySet<number> {
  return undoneOperations(
    entries.map(({ sequence, action, undoes }) => ({
      sequence,
      undoes,
      kind: action === 'undo' ? ('undo' as const) : ('merge' as const),
      into: '0',
      accounts: [],
      customers: [],
    })),
  )
}

/** Accounts by what a source may call a parent: the number of a customer, or a name that only one account has. */
function accountsByName(
  customers: readonly IdentityCustomer[],
  membership: Membership,
): ReadonlyMap<string, GroupPlace> {
  const byName = new Map<string, GroupPlace | undefined>()
  for (const { key, name } of customers) {
    if (name === '') continue
    const account = accountOf(membership, key)
    byName.set(name, byName.has(name) && byName.get(name) !== account ? undefined : account)
  }
  for (const { key, customer } of customers) byName.set(customer, accountOf(membership, key))
  return new Map([...byName].flatMap(([name, place]) => (place === undefined ? [] : [[name, place] as const])))
}
