import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import type { PartitionColumn, Warehouse } from '../connect.ts'
import { inPartition } from '../in-partition.ts'
import { defineQuery, defineStatement } from '../query.ts'
import { type TableSpread, tableSpreads } from '../table-spread.ts'

/** A block that is sent again must fit into memory twice: ours and the engine's. */
const mostRowsOfBlock = 250_000

export interface PartitionCopy {
  readonly from: Warehouse
  readonly to: Warehouse
  readonly table: string
  /** The value of the partition; '' for all of a table that has none. */
  readonly partition: string
  readonly rows: number
}

/** Makes a partition what it is on the other side: what was there of it goes, and its rows come in blocks. */
export async function copyPartition(
  { from, to, table, partition, rows }: PartitionCopy,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const spread = tableSpreads().get(table)
  if (spread === undefined) throw new RangeError(`table must be one of the warehouse, not ${table}`)
  const column = partitionColumn(spread)
  await clear(to, { table, column, partition })
  const pieces = Math.ceil(rows / mostRowsOfBlock)
  for (let piece = 0; piece < pieces; piece += 1) {
    signal?.throwIfAborted()
    const parameters = { value: partition, piece, pieces }
    const block = await buffer(await from.bytes(rowsOfPiece(spread), { parameters, format: 'Native' }))
    if (block.length > 0) await to.insert({ name: `copy-${table}`, sql: `INSERT INTO ${table} FORMAT Native` }, block)
  }
  if (column !== undefined) await to.seal(column, partition)
}

function partitionColumn({ partitionColumn: column, table }: TableSpread): PartitionColumn | undefined {
  if (column === undefined || column === 'import_id' || column === 'run_id') return column
  throw new RangeError(`a table is cut by import_id or run_id, not by ${column}: ${table}`)
}

async function clear(
  to: Warehouse,
  of: { readonly table: string; readonly column: PartitionColumn | undefined; readonly partition: string },
): Promise<void> {
  const { table, column, partition } = of
  if (column === undefined) return to.command(`TRUNCATE TABLE ${table}`, `clear-${table}`)
  const type = column === 'import_id' ? 'UInt32' : 'String'
  const drop = defineStatement({
    name: `clear-${table}`,
    parameters: z.object({ partition: z.string() }),
    sql: `ALTER TABLE ${table} DROP PARTITION {partition:${type}}`,
  })
  await to.run(drop, { partition })
}

/**
 * The rows of a partition in pieces of about the same size. Lines are cut by their number, results by the key of the
 * account, which is a hash, so that a piece reads little beyond itself.
 */
function rowsOfPiece({ table, partitionColumn: column, shardColumn }: TableSpread) {
  const inPiece = shardColumn === undefined ? undefined : piecesBy[shardColumn]
  return defineQuery({
    name: `rows-of-${table}`,
    parameters: z.object({ value: z.string(), piece: z.int(), pieces: z.int() }),
    row: z.unknown(),
    sql: `SELECT * FROM ${table}
WHERE ${inPartition(column)} AND ${inPiece ?? 'cityHash64(tuple(*)) % {pieces:UInt32}'} = {piece:UInt32}`,
  })
}

const piecesBy: Readonly<Record<string, string>> = {
  customer_key: `intDiv(row, ${mostRowsOfBlock}) % {pieces:UInt32}`,
  account_key: `least(intDiv(account_key, intDiv(18446744073709551615, {pieces:UInt32})), {pieces:UInt32} - 1)`,
}
