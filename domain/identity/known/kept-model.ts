import { z } from 'zod'
import type { FieldKind } from '../fields/field-kind.ts'
import { fieldKinds } from '../fields/field-kind.ts'
import type { MatchedTable } from '../match-table.ts'

/** What has to be kept of a matched collection so that further records can be compared with it, without its records. */
export const KeptModel = z.object({
  columns: z.array(z.object({ header: z.string(), kind: z.enum(fieldKinds) })),
  records: z.int(),
  clusters: z.int(),
  blockCap: z.int(),
  prior: z.number(),
  /** Chances of each level of each field. */
  m: z.array(z.array(z.number())),
  u: z.array(z.array(z.number())),
  /** What records may have in common, in the order of their numbers in identity_block. */
  keys: z.array(z.object({ field: z.int(), name: z.string(), level: z.int() })),
  /** By which of them pairs are sought: one, or two together; their number follows those of the keys. */
  rules: z.array(z.array(z.int()).min(1).max(2)),
  /** Of keys that are levels: records that have one at all, and how likely two have the same. */
  exact: z.array(z.object({ key: z.int(), known: z.int(), chance: z.number() })),
})
export type KeptModel = z.infer<typeof KeptModel>

/** The model of a table that was matched with its keys. */
export function keptModel({ table, resolved, clusters }: MatchedTable): KeptModel {
  const { fields, keys, candidates, model } = resolved
  const numbered = keys.flatMap((ofField, field) => ofField.map(({ name, level }) => ({ field, name, level })))
  const numberOf = new Map(numbered.map(({ name }, number) => [name, number]))
  const applied = candidates.rules.flatMap(({ name, pairs }) => {
    const parts = name.split(' + ').flatMap((part) => numberOf.get(part) ?? [])
    return pairs === 0 || parts.length === 0 || parts.length > 2 ? [] : [parts]
  })
  return {
    columns: fields.map(({ header, kind }): { header: string; kind: FieldKind } => ({ header, kind })),
    records: table.ids.length,
    clusters: clusters.reduce((most, cluster) => Math.max(most, cluster), 0),
    blockCap: candidates.isComplete ? Math.max(100, table.ids.length) : candidates.blockCap,
    prior: model.prior,
    m: model.fields.map(({ m }) => Array.from(m)),
    u: model.fields.map(({ u }) => Array.from(u)),
    keys: numbered,
    // A table that was compared whole says nothing of which keys tell records apart: all of them are asked.
    rules: candidates.isComplete ? numbered.map((_, number) => [number]) : applied,
    exact: numbered.flatMap(({ level }, key) =>
      level === 0 ? [] : [{ key, ...frequencies(keys.flat()[key]?.hashes) }],
    ),
  }
}

function frequencies(hashes: Float64Array = new Float64Array(0)): { readonly known: number; readonly chance: number } {
  const sorted = hashes.filter((hash) => hash !== 0).toSorted()
  let agreeing = 0
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    agreeing += (to - from) * (to - from - 1)
    from = to
  }
  const known = sorted.length
  return { known, chance: Math.max(1 / Math.max(1, known), agreeing / Math.max(1, known * (known - 1))) }
}
