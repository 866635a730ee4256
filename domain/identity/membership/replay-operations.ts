import type { IdentityOperation } from '@vitalfew/contract/identity.ts'

/** Who belongs to which account: customer key → account key. A customer that is not named is its own account. */
export type Membership = ReadonlyMap<string, string>

/** What an entry of the log does, without who said so and when. */
type Change = Pick<IdentityOperation, 'sequence' | 'kind' | 'into' | 'undoes'> & {
  readonly accounts: readonly string[]
  readonly customers: readonly string[]
}

/** The account a customer belongs to. An account is always named by one of its customers. */
export function accountOf(membership: Membership, customer: string): string {
  return membership.get(customer) ?? customer
}

/** Who belongs to whom after all entries of a log that have not been taken back, in their order. */
export function replayOperations(operations: readonly Change[]): Membership {
  const ordered = operations.toSorted((a, b) => a.sequence - b.sequence)
  const undone = undoneOperations(ordered)
  const membership = new Map<string, string>()
  for (const operation of ordered) {
    if (undone.has(operation.sequence)) continue
    if (operation.kind === 'merge') merge(membership, operation)
    else if (operation.kind === 'split') split(membership, operation)
  }
  return membership
}

/** Entries that have been taken back. An undo that was itself undone counts no more: the entry is back. */
export function undoneOperations(operations: readonly Change[]): ReadonlySet<number> {
  const undone = new Set<number>()
  for (const { kind, sequence, undoes } of operations.toSorted((a, b) => b.sequence - a.sequence)) {
    if (kind === 'undo' && !undone.has(sequence)) undone.add(undoes)
  }
  return undone
}

/** Customers of an account, the one that names it first. */
export function customersOf(membership: Membership, account: string): string[] {
  if (accountOf(membership, account) !== account) return []
  const others = [...membership].filter(([customer, of]) => of === account && customer !== account)
  return [account, ...others.map(([customer]) => customer).toSorted(byKey)]
}

/** Customers whose account differs between two states, with their account in the second. */
export function membershipChanges(before: Membership, after: Membership): (readonly [string, string])[] {
  const customers = [...new Set([...before.keys(), ...after.keys()])].toSorted(byKey)
  return customers.flatMap((customer) => {
    const account = accountOf(after, customer)
    return account === accountOf(before, customer) ? [] : [[customer, account] as const]
  })
}

function merge(membership: Map<string, string>, { into, accounts }: Change): void {
  const target = accountOf(membership, into)
  for (const account of accounts) {
    if (account === target) continue
    for (const customer of customersOf(membership, account)) membership.set(customer, target)
  }
}

/** The part that holds the customer by which the account is named keeps the account; the other gets one of its own. */
function split(membership: Map<string, string>, { accounts, customers }: Change): void {
  const [named = ''] = accounts
  const account = accountOf(membership, named)
  const members = customersOf(membership, account)
  const leaving = members.filter((customer) => customers.includes(customer))
  const moved = leaving.includes(account) ? members.filter((customer) => !leaving.includes(customer)) : leaving
  const [first] = customers.filter((customer) => moved.includes(customer)).concat(moved)
  if (first === undefined) return
  for (const customer of moved) {
    if (customer === first) membership.delete(customer)
    else membership.set(customer, first)
  }
}

/** Keys are whole numbers written in digits. */
function byKey(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0)
}
