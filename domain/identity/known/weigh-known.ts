import { frequencyWeight, levelWeight } from '@vitalfew/methods/record-linkage/linkage-model.ts'
import { isCreditCode } from '../names/credit-code.ts'
import { gradedFields } from '../resolve/graded-fields.ts'
import { gradedLevels } from '../resolve/graded-pairs.ts'
import type { ComparedField, ComparedPairs } from '../resolve/pair-evidence.ts'
import { vetoOf } from '../resolve/veto.ts'
import { frequencyShare } from '../resolve/weigh-pairs.ts'
import type { IdentityTable } from '../table/read-identity-table.ts'
import type { KeptModel } from './kept-model.ts'
import type { FoundBlocks } from './known-blocks.ts'
import type { KnownRecords } from './known-records.ts'
import { together } from './together.ts'

/** Pairs of new records with known ones and with each other, weighed as the collection has learned it. */
export interface ComparedWithKnown {
  readonly records: number
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly weights: Float64Array
  readonly ids: readonly string[]
  readonly columns: IdentityTable['columns']
  /** What evidence is told from, once everybody has a cluster. */
  readonly resolved: (clusters: Uint32Array, known: Uint32Array) => ComparedPairs
}

/** In the table that this makes new records come first; `left` of a pair is always a new one. */
export function comparedWith(
  model: KeptModel,
  {
    asked,
    known,
    blocks,
  }: { readonly asked: IdentityTable; readonly known: KnownRecords; readonly blocks: FoundBlocks },
): ComparedWithKnown {
  const records = asked.ids.length
  const table = together(asked, known)
  const graded = gradedFields(
    table.columns.map((column, i) => ({ ...column, kind: model.columns[i]?.kind ?? ('text' as const) })),
  )
  const pairs = columnsOf(blocks, { records, place: known.place })
  const levels = graded.map((field) => gradedLevels(field, pairs))
  const fields = graded.map(({ header, kind, levels: names, column }): ComparedField => {
    const ofValue = kind === 'creditCode' ? column.values.map((value) => (isCreditCode(value) ? 1 : 0)) : null
    const proven = ofValue === null ? null : Uint8Array.from(column.codes, (code) => ofValue[code] ?? 0)
    return { header, kind, levels: names, proven }
  })
  const weighed = weighedByModel(model, blocks)
  const isForbidden = vetoOf(fields)
  const weights = Float64Array.from(pairs.left, (left, pair) => {
    const levelOf = (field: number): number => levels[field]?.[pair] ?? 0
    if (isForbidden(levelOf, { left, right: pairs.right[pair] ?? 0 })) return -Infinity
    let sum = weighed.prior
    for (let f = 0; f < fields.length; f++) sum += weighed.ofField(f, { level: levelOf(f), record: left })
    return sum
  })
  return {
    records,
    ...pairs,
    weights,
    ids: table.ids,
    columns: table.columns,
    resolved: (clusters, knownClusters) => ({
      fields,
      pairs: { ...pairs, levels },
      weights,
      weighed,
      groups: Uint32Array.from([...clusters, ...knownClusters]),
    }),
  }
}

function columnsOf(
  { pairs, among }: FoundBlocks,
  { records, place }: { readonly records: number; readonly place: ReadonlyMap<number, number> },
): { readonly left: Uint32Array; readonly right: Uint32Array } {
  const [left, right]: [number[], number[]] = [[], []]
  for (let record = 0; record < records; record++) {
    for (const number of pairs[record] ?? []) {
      const known = place.get(number)
      if (known === undefined) continue
      left.push(record)
      right.push(records + known)
    }
    for (const other of among[record] ?? []) {
      left.push(record)
      right.push(other)
    }
  }
  return { left: Uint32Array.from(left), right: Uint32Array.from(right) }
}

/** What agreement says by the model of a collection; how rare a value is, by all its records. */
function weighedByModel(model: KeptModel, { count }: FoundBlocks): ComparedPairs['weighed'] {
  const weights = model.m.map((m, f) => m.map((_, level) => levelWeight({ m, u: model.u[f] ?? [] }, level)))
  const exact = new Map(
    model.exact.map(({ key, known, chance }) => {
      const { field, level } = model.keys[key] ?? { field: -1, level: -1 }
      return [`${field} ${level}`, { key, known, chance }]
    }),
  )
  const isAlone = model.columns.length === 1
  return {
    prior: Math.log2(model.prior / (1 - model.prior)),
    ofField: (field, { level, record }) => {
      if (level === 0) return 0
      const weight = weights[field]?.[level] ?? 0
      const table = isAlone ? undefined : exact.get(`${field} ${level}`)
      if (table === undefined) return weight
      const share = Math.max(2, count(table.key, record)) / Math.max(2, table.known)
      return weight + frequencyShare * frequencyWeight(table.chance, share)
    },
  }
}
