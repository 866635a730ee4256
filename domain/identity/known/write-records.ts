import { Readable } from 'node:stream'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { HashedKey } from '../resolve/hashed-keys.ts'
import { joinedHash } from '../resolve/text-hash.ts'
import type { IdentityTable } from '../table/read-identity-table.ts'
import type { KeptModel } from './kept-model.ts'
import { rowBytes } from './number-bytes.ts'

const insertRecords = `INSERT INTO identity_record (version, number, id, cluster, texts) FORMAT JSONEachRow`
const insertBlocks = `INSERT INTO identity_block (version, rule, block, number) FORMAT RowBinary`
const recordsAtOnce = 5000
const bytesOfBlock = 21

export interface RecordsToKeep {
  readonly version: number
  readonly model: KeptModel
  readonly table: IdentityTable
  readonly clusters: Uint32Array
  readonly keys: readonly HashedKey[]
  /** Number of the first record. */
  readonly first: number
}

/** Writes records and what they have in common with others. */
export async function writeRecords(warehouse: Warehouse, records: RecordsToKeep): Promise<void> {
  await warehouse.insert(
    { name: 'keep-records', sql: insertRecords, inPieces: true },
    Readable.from(recordLines(records)),
  )
  await warehouse.insert({ name: 'keep-blocks', sql: insertBlocks, inPieces: true }, Readable.from(blockBytes(records)))
}

function* recordLines({ version, table, clusters, first }: RecordsToKeep): Generator<string> {
  for (let from = 0; from < table.ids.length; from += recordsAtOnce) {
    const ids = table.ids.slice(from, from + recordsAtOnce)
    const lines = ids.map((id, i) => {
      const record = from + i
      const texts = table.columns.map(({ codes, values }) => values[codes[record] ?? 0] ?? '')
      return JSON.stringify({ version, number: first + record, id, cluster: clusters[record] ?? 0, texts })
    })
    yield `${lines.join('\n')}\n`
  }
}

function* blockBytes({ version, model, keys, table, first }: RecordsToKeep): Generator<Buffer> {
  const bytes = rowBytes(bytesOfBlock)
  for (const { rule, hashOf } of hashesOf(model, keys)) {
    for (let record = 0; record < table.ids.length; record++) {
      const hash = hashOf(record)
      if (hash === 0) continue
      if (bytes.isFull()) yield bytes.take()
      bytes.uint64(version)
      bytes.uint8(rule)
      bytes.uint64(hash)
      bytes.uint32(first + record)
    }
  }
  yield bytes.take()
}

/** Everything by which records are found or counted, each with its number: the keys, and rules of two keys together. */
export function hashesOf(
  model: KeptModel,
  keys: readonly HashedKey[],
): { readonly rule: number; readonly isSought: boolean; readonly hashOf: (record: number) => number }[] {
  const alone = new Set(model.rules.flatMap((parts) => (parts.length === 1 ? parts : [])))
  const singles = model.keys.flatMap(({ level }, rule) => {
    if (level === 0 && !alone.has(rule)) return []
    const hashes = keys[rule]?.hashes
    return [{ rule, isSought: alone.has(rule), hashOf: (record: number) => hashes?.[record] ?? 0 }]
  })
  const joined = model.rules.flatMap(([a = 0, b], number) => {
    if (b === undefined) return []
    const [left, right] = [keys[a]?.hashes, keys[b]?.hashes]
    const hashOf = (record: number): number => joinedHash(left?.[record] ?? 0, right?.[record] ?? 0)
    return [{ rule: model.keys.length + number, isSought: true, hashOf }]
  })
  return [...singles, ...joined]
}
