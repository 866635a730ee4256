import { ProductError } from '@vitalfew/contract/errors.ts'
import { z } from 'zod'
import { inPartition } from '../in-partition.ts'
import { defineQuery } from '../query.ts'
import type { TableSpread } from '../table-spread.ts'
import { localTable } from '../topology.ts'
import type { ClusterNode } from './cluster-node.ts'
import { contentOf, type Seal } from './seal-log.ts'

/**
 * Gives a replica a partition back from another replica of its shard that holds what was sealed. The partition is put
 * together beside the table and takes its place in one step: nobody reads half of it.
 *
 * @throws {ProductError} `warehouse.replicaDiffers` when no replica that can be reached has it
 */
export async function restorePartition(
  node: ClusterNode,
  { seal, peers, spread }: { seal: Seal; peers: readonly ClusterNode[]; spread: TableSpread },
): Promise<void> {
  const table = localTable(spread)
  const column = spread.partitionColumn ?? ''
  const content = contentOf(table, column)
  for (const peer of peers.filter((item) => item.shard === seal.shard && item !== node)) {
    const [held] = await peer.connection.rows(content, { value: seal.partition })
    if (held?.rows !== seal.rows || held.checksum !== seal.checksum) continue
    if (await copyPartition({ from: peer, to: node }, { seal, table, column })) return
  }
  const [held] = await node.connection.rows(content, { value: seal.partition })
  throw new ProductError('warehouse.replicaDiffers', {
    shard: node.shard,
    node: node.name,
    table: seal.table,
    partition: seal.partition,
    rows: held?.rows ?? 0,
    expected: seal.rows,
  })
}

/** Whether what arrived is what was sealed. */
async function copyPartition(
  { from, to }: { readonly from: ClusterNode; readonly to: ClusterNode },
  { seal, table, column }: { readonly seal: Seal; readonly table: string; readonly column: string },
): Promise<boolean> {
  const name = 'restore-partition'
  const beside = `${table}_restored`
  const { connection } = to
  await connection.command(`DROP TABLE IF EXISTS ${beside}`, name)
  await connection.command(`CREATE TABLE ${beside} AS ${table}`, name)
  try {
    const rows = await from.connection.bytes(rowsOf(table, column), {
      parameters: { value: seal.partition },
      format: 'Native',
    })
    await connection.insert({ name, sql: `INSERT INTO ${beside} FORMAT Native`, inPieces: true }, rows)
    const [arrived] = await connection.rows(contentOf(beside, column), { value: seal.partition })
    if (arrived?.rows !== seal.rows || arrived.checksum !== seal.checksum) return false
    const swap = `ALTER TABLE ${table} REPLACE PARTITION ${literal(seal.partition)} FROM ${beside}`
    await connection.command(swap, name)
    return true
  } finally {
    await connection.command(`DROP TABLE IF EXISTS ${beside}`, name)
  }
}

function rowsOf(table: string, column: string) {
  return defineQuery({
    name: `rows-of-${table}`,
    parameters: z.object({ value: z.string() }),
    row: z.unknown(),
    sql: `SELECT * FROM ${table} WHERE ${inPartition(column)}`,
  })
}

/** Partitions are numbers of imports and names of runs. */
function literal(partition: string): string {
  return /^\d+$/.test(partition) ? partition : `'${partition.replaceAll(/[\\']/g, (sign) => `\\${sign}`)}'`
}
