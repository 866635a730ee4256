import type { MatchedPair, MatchResult } from '@vitalfew/contract/identity.ts'
import { detectFieldKind } from './fields/detect-field-kind.ts'
import { pairEvidence } from './resolve/pair-evidence.ts'
import { type ResolvedRecords, resolveRecords } from './resolve/resolve-records.ts'
import type { IdentityTable } from './table/read-identity-table.ts'

/** A table whose records have been matched. */
export interface MatchedTable {
  readonly table: IdentityTable
  readonly resolved: ResolvedRecords
  /** For each record the number of its cluster, from 1, in the order in which clusters first occur. */
  readonly clusters: Uint32Array
}

/** Finds the records of a table that are the same person or enterprise. */
export async function matchTable(
  table: IdentityTable,
  options: { readonly withKeys?: boolean } = {},
): Promise<MatchedTable> {
  const written = table.columns.map((column) => ({ ...column, kind: detectFieldKind(column.header, column.values) }))
  const resolved = await resolveRecords(written, table.ids.length, options)
  return { table, resolved, clusters: numbered(resolved.groups) }
}

/** Evidence of the pairs that might be the same, strongest first. */
export function matchedPairs({ table, resolved }: MatchedTable): Generator<MatchedPair> {
  return pairEvidence(resolved, table)
}

/** Everything a program wants to know of a match. */
export function matchResult(matched: MatchedTable, { withPairs }: { readonly withPairs: boolean }): MatchResult {
  const { table, resolved, clusters } = matched
  const { fields, candidates, pairs, model } = resolved
  const sizes = new Uint32Array(clusters.length + 1)
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] ?? 0) + 1
  return {
    records: table.ids.length,
    clusters: clusters.reduce((most, cluster) => Math.max(most, cluster), 0),
    recordsTogether: clusters.reduce((count, cluster) => count + ((sizes[cluster] ?? 0) > 1 ? 1 : 0), 0),
    comparedPairs: pairs.left.length,
    columns: fields.map(({ header, kind, distinct, empty }) => ({ header, kind, values: distinct, empty })),
    learnedFrom: [...model.learnedFrom],
    blockCap: candidates.blockCap,
    rules: [...candidates.rules],
    rows: table.ids.map((id, record) => ({ id, cluster: clusters[record] ?? 0 })),
    ...(withPairs ? { pairs: [...matchedPairs(matched)] } : {}),
  }
}

function numbered(groups: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(groups.length)
  let next = 0
  return groups.map((first) => {
    const known = numbers[first] ?? 0
    if (known !== 0) return known
    next++
    numbers[first] = next
    return next
  })
}
