import type { IdentityCustomer, MatchedPair } from '@vitalfew/contract/identity.ts'
import { compareAll } from './compare-all.ts'
import { compareChanged, type Comparison } from './compare-changed.ts'
import { compareOnThread } from './compare-on-thread.ts'

type Customers = readonly IdentityCustomer[]

/** So few customers are compared sooner than a thread starts. */
const mostAtOnce = 60

const compared = new WeakMap<Customers, Promise<Comparison>>()
/** For a list that nobody has asked about yet the last one that somebody has. */
const comparedBefore = new WeakMap<Customers, Promise<Comparison>>()

/**
 * Pairs of customers that are or might be the same, strongest evidence first. What was found for a list of customers is
 * kept as long as the list is: answers and merges change nothing of it.
 */
export async function comparedCustomers(customers: Customers): Promise<readonly MatchedPair[]> {
  const known = compared.get(customers)
  if (known !== undefined) return (await known).pairs
  const comparison = compareCustomers(customers, comparedBefore.get(customers))
  compared.set(customers, comparison)
  comparedBefore.delete(customers)
  comparison.catch(() => compared.delete(customers))
  return (await comparison).pairs
}

/** Says that a list takes the place of another: of the new one only what is different has to be compared. */
export function takesPlaceOf(customers: Customers, before: Customers): void {
  const last = compared.get(before) ?? comparedBefore.get(before)
  if (last !== undefined) comparedBefore.set(customers, last)
}

async function compareCustomers(customers: Customers, before: Promise<Comparison> | undefined): Promise<Comparison> {
  if (customers.length < 2) return { pairs: [], index: undefined }
  const last = await before?.catch(() => undefined)
  const changed = last && compareChanged(last, customers)
  if (changed !== undefined) return changed
  return customers.length > mostAtOnce ? compareOnThread(customers) : compareAll(customers)
}
