import type { IdentityCustomer } from '@vitalfew/contract/identity.ts'
import { keptModel } from '../known/kept-model.ts'
import { pairEvidence } from '../resolve/pair-evidence.ts'
import { resolveRecords } from '../resolve/resolve-records.ts'
import type { Comparison } from './compare-changed.ts'
import { indexSegment } from './customer-index.ts'
import { customerTable, textsOf } from './customer-table.ts'

/** Compares customers with one another, all of them, and learns from them what tells them apart. */
export async function compareAll(customers: readonly IdentityCustomer[]): Promise<Comparison> {
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
