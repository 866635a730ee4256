import type { IdentityCustomer, MatchedPair } from '@vitalfew/contract/identity.ts'
import { amongThemselves, blockMembers, type FoundBlocks } from '../known/known-blocks.ts'
import type { KnownRecords } from '../known/known-records.ts'
import { comparedWith } from '../known/weigh-known.ts'
import { hashesOf } from '../known/write-records.ts'
import { gradedFields } from '../resolve/graded-fields.ts'
import { hashedKeys, type HashedKey } from '../resolve/hashed-keys.ts'
import { pairEvidence } from '../resolve/pair-evidence.ts'
import { type CustomerIndex, indexSegment, sharing } from './customer-index.ts'
import { customerTable, textsOf } from './customer-table.ts'

export interface Comparison {
  readonly pairs: readonly MatchedPair[]
  /** undefined where there are so few that they are soon compared anew. */
  readonly index: CustomerIndex | undefined
}

/** Share of the customers that the model was learned from beyond which it is learned anew. */
const mostChanged = 0.2

/**
 * Compares only customers that are new or called otherwise, with everybody, by what was learned before. undefined where so
 * much has changed that it is to be learned anew.
 */
export function compareChanged(
  { pairs, index }: Comparison,
  customers: readonly IdentityCustomer[],
): Comparison | undefined {
  if (index === undefined) return undefined
  const changed = customers.filter((customer) => !isKnown(index, customer))
  if (index.keys.length - index.model.records + changed.length > index.model.records * mostChanged) return undefined
  const hasCode = changed.some(({ creditCode }) => creditCode !== '')
  if (hasCode && !index.model.columns.some(({ kind }) => kind === 'creditCode')) return undefined
  const present = new Set(customers.map(({ key }) => key))
  const moved = new Set(changed.map(({ key }) => key))
  const stays = (key: string): boolean => present.has(key) && !moved.has(key)
  const kept = pairs.filter(({ left, right }) => stays(left) && stays(right))
  const staying: CustomerIndex = { ...index, numbers: new Map([...index.numbers].filter(([key]) => stays(key))) }
  if (changed.length === 0) return { pairs: kept, index: staying }
  const found = pairsOfChanged(staying, changed)
  return { pairs: [...kept, ...found.pairs].toSorted(strongestFirst), index: found.index }
}

function isKnown({ numbers, texts }: CustomerIndex, customer: IdentityCustomer): boolean {
  const number = numbers.get(customer.key)
  if (number === undefined) return false
  const known = texts[number]
  return textsOf(customer).every((text, i) => known?.[i] === text)
}

function strongestFirst(a: MatchedPair, b: MatchedPair): number {
  return (b.bits ?? -Infinity) === (a.bits ?? -Infinity) ? 0 : (b.bits ?? -Infinity) - (a.bits ?? -Infinity)
}

function pairsOfChanged(index: CustomerIndex, changed: readonly IdentityCustomer[]) {
  const { model } = index
  const { ids, columns: all } = customerTable(changed)
  const columns = model.columns.flatMap(({ header }) => all.find((column) => column.header === header) ?? [])
  const asked = { ids, columns }
  const written = columns.map((column, i) => ({ ...column, kind: model.columns[i]?.kind ?? ('text' as const) }))
  const keys = gradedFields(written).flatMap(hashedKeys)
  const blocks = blocksIn(index, { keys, records: ids.length })
  const known = recordsOf(index, [...blocks.candidates])
  const compared = comparedWith(model, { asked, known, blocks })
  // Everybody is alone: what is shown is what speaks for being the same.
  const own = Uint32Array.from(ids.keys(), (record) => known.ids.length + record)
  const first = index.keys.length
  return {
    pairs: [...pairEvidence(compared.resolved(own, known.clusters), compared)],
    index: {
      model,
      keys: [...index.keys, ...ids],
      texts: [...index.texts, ...changed.map(textsOf)],
      numbers: new Map([...index.numbers, ...ids.map((key, record) => [key, first + record] as const)]),
      segments: [...index.segments, indexSegment(model, { keys, records: ids.length, first })],
    },
  }
}

function blocksIn(
  index: CustomerIndex,
  { keys, records }: { readonly keys: readonly HashedKey[]; readonly records: number },
): FoundBlocks {
  const { blockCap: cap } = index.model
  const rules = hashesOf(index.model, keys)
  const members = blockMembers(rules, records)
  const pairs = Array.from({ length: records }, () => new Set<number>())
  for (const { rule, isSought } of rules) {
    if (!isSought) continue
    for (const [hash, list] of members.get(rule) ?? []) {
      const found = sharing(index, { rule, hash })
      if (found.length > cap) continue
      for (const record of list) addAll(pairs[record], found)
    }
  }
  const hashes = new Map(rules.map(({ rule, hashOf }) => [rule, hashOf]))
  return {
    pairs: pairs.map((numbers) => [...numbers]),
    among: amongThemselves(rules, { members, cap, records }),
    candidates: new Set(pairs.flatMap((numbers) => [...numbers])),
    count: (key, record) => {
      const hash = hashes.get(key)?.(record) ?? 0
      return sharing(index, { rule: key, hash }).length + (members.get(key)?.get(hash)?.length ?? 0)
    },
  }
}

function addAll(set: Set<number> | undefined, numbers: readonly number[]): void {
  for (const number of numbers) set?.add(number)
}

function recordsOf({ keys, texts }: CustomerIndex, numbers: readonly number[]): KnownRecords {
  return {
    ids: numbers.map((number) => keys[number] ?? ''),
    texts: numbers.map((number) => texts[number] ?? []),
    clusters: Uint32Array.from(numbers.keys()),
    place: new Map(numbers.map((number, place) => [number, place])),
    sizes: new Map(),
    nextNumber: 0,
    nextCluster: 0,
  }
}
