import type { IdentityCustomer, MatchedPair } from '@vitalfew/contract/identity.ts'
import { keptModel } from '../known/kept-model.ts'
import { pairEvidence } from '../resolve/pair-evidence.ts'
import { resolveRecords } from '../resolve/resolve-records.ts'
import { compareChanged, type Comparison } from './compare-changed.ts'
import { indexSegment } from './customer-index.ts'
import { customerTable, textsOf } from './customer-table.ts'

type Customers = readonly IdentityCustomer[]

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
  return (last && compareChanged(last, customers)) ?? compareAll(customers)
}

async function compareAll(customers: Customers): Promise<Comparison> {
  const { ids, columns: all } = customerTable(customers)
  const columns = all.filter(({ values }) => values.length > 1)
  const table = { ids, columns }
  const resolved = await resolveRecords(columns, ids.length, { withKeys: true })
  const pairs = [...pairEvidence(resolved, table)]
  if (resolved.candidates.isComplete) return { pairs, index: undefined }
  const model = keptModel({ table, resolved, clusters: resolved.groups })
  const segment = indexSegment(model, { keys: resolved.keys.flat(), records: ids.length, first: 0 })
  const numbers = new Map(ids.map((key, number) => [key, number]))
  return { pairs, index: { model, keys: ids, texts: customers.map(textsOf), numbers, segments: [segment] } }
}
