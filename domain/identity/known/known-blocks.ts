import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'
import type { HashedKey } from '../resolve/hashed-keys.ts'
import type { KeptModel } from './kept-model.ts'
import { askedBlocks } from './known-records.query.ts'
import { answerColumns, askFor, type Lookup } from './look-up.ts'
import { hashesOf } from './write-records.ts'

const BlockColumns = z.object({
  rule: z.array(z.number()),
  block: z.array(z.number()),
  records: z.array(z.number()),
  numbers: z.array(z.array(z.number())),
})
/** Who may be the same as whom, and how often what new records have occurs among the known. */
export interface FoundBlocks {
  /** For each new record the numbers of known records. */
  readonly pairs: readonly (readonly number[])[]
  /** New records that have something in common, each with those after it. */
  readonly among: readonly (readonly number[])[]
  readonly candidates: ReadonlySet<number>
  /** Records that have in common what a new record has, by key. */
  readonly count: (key: number, record: number) => number
}

/** Looks up the blocks that new records are in, and no others. */
export async function knownBlocks(
  warehouse: Warehouse,
  {
    version,
    lookup,
    model,
    keys,
    records,
  }: {
    readonly version: number
    readonly lookup: Lookup
    readonly model: KeptModel
    readonly keys: readonly HashedKey[]
    readonly records: number
  },
): Promise<FoundBlocks> {
  const rules = hashesOf(model, keys)
  const members = blockMembers(rules, records)
  const { source, bound } = await askFor(warehouse, { lookup, asked: [...askedPairs(members)] })
  const sought = rules.filter(({ isSought }) => isSought).map(({ rule }) => rule)
  const parameters = { ...bound, version, sought, cap: model.blockCap }
  const found = await answerColumns(warehouse, askedBlocks(source), { parameters, columns: BlockColumns })
  const pairs = Array.from({ length: records }, () => new Set<number>())
  const counts = new Map<number, Map<number, number>>()
  found.rule.forEach((rule, i) => {
    const block = found.block[i] ?? 0
    const ofRule = counts.get(rule) ?? new Map<number, number>()
    counts.set(rule, ofRule.set(block, found.records[i] ?? 0))
    for (const record of members.get(rule)?.get(block) ?? []) {
      for (const number of found.numbers[i] ?? []) pairs[record]?.add(number)
    }
  })
  const hashes = new Map(rules.map(({ rule, hashOf }) => [rule, hashOf]))
  return {
    pairs: pairs.map((numbers) => [...numbers]),
    among: amongThemselves(rules, { members, cap: model.blockCap, records }),
    candidates: new Set(pairs.flatMap((numbers) => [...numbers])),
    count: (key, record) => {
      const hash = hashes.get(key)?.(record) ?? 0
      return (counts.get(key)?.get(hash) ?? 0) + (members.get(key)?.get(hash)?.length ?? 0)
    },
  }
}

type Rules = ReturnType<typeof hashesOf>
/** Records by rule and by what they have in common. */
type BlockMembers = ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>

export function blockMembers(rules: Rules, records: number): BlockMembers {
  const members = new Map<number, Map<number, number[]>>()
  for (const { rule, hashOf } of rules) {
    const ofRule = new Map<number, number[]>()
    for (let record = 0; record < records; record++) {
      const hash = hashOf(record)
      if (hash === 0) continue
      const list = ofRule.get(hash)
      if (list === undefined) ofRule.set(hash, [record])
      else list.push(record)
    }
    members.set(rule, ofRule)
  }
  return members
}

function* askedPairs(members: BlockMembers): Generator<readonly [number, number]> {
  for (const [rule, ofRule] of members) for (const hash of ofRule.keys()) yield [rule, hash]
}

/** Records that have something in common that not too many have, each with those after it. */
export function amongThemselves(
  rules: Rules,
  { members, cap, records }: { readonly members: BlockMembers; readonly cap: number; readonly records: number },
): readonly (readonly number[])[] {
  const among = Array.from({ length: records }, () => new Set<number>())
  for (const { rule, isSought } of rules) {
    if (!isSought) continue
    for (const list of members.get(rule)?.values() ?? []) {
      if (list.length > cap) continue
      addAll(among, list)
    }
  }
  return among.map((others) => [...others])
}

function addAll(among: readonly Set<number>[], list: readonly number[]): void {
  for (const [i, record] of list.entries()) for (const other of list.slice(i + 1)) among[record]?.add(other)
}
