import type { Readable } from 'node:stream'
import type { PartitionColumn, Warehouse } from '@vitalfew/warehouse/connect.ts'
import { contentOfTable, type TableContent } from '@vitalfew/warehouse/copy/table-content.ts'
import { inPartition } from '@vitalfew/warehouse/in-partition.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { tableSpreads } from '@vitalfew/warehouse/table-spread.ts'
import { z } from 'zod'
import type { TableHash } from './backup-manifest.ts'

/** Rows and checksum of every partition of a table. */
export function tableContent(warehouse: Warehouse, table: string): Promise<TableContent[]> {
  return warehouse.rows(contentOfTable(table), {})
}

/** The same of the whole table. */
export function hashOf(table: string, contents: readonly TableContent[]): TableHash {
  return {
    table,
    rows: contents.reduce((sum, { rows }) => sum + rows, 0),
    checksum: String(contents.reduce((sum, { checksum }) => sum + BigInt(checksum), 0n)),
  }
}

/** The rows of a partition in the engine's own format. */
export function partitionBytes(
  warehouse: Warehouse,
  { table, partition }: { readonly table: string; readonly partition: string },
): Promise<Readable> {
  const column = tableSpreads().get(table)?.partitionColumn
  const rowsOfPartition = defineQuery({
    name: `backup-${table}`,
    parameters: z.object({ value: z.string() }),
    row: z.unknown(),
    sql: `SELECT * FROM ${table} WHERE ${inPartition(column)}`,
  })
  return warehouse.bytes(rowsOfPartition, { parameters: { value: partition }, format: 'Native' })
}

/** Puts the rows of a partition back into a table that has none of it. */
export async function fillPartition(
  warehouse: Warehouse,
  { table, partition }: { readonly table: string; readonly partition: string },
  bytes: Readable,
): Promise<void> {
  await warehouse.insert({ name: `restore-${table}`, sql: `INSERT INTO ${table} FORMAT Native`, inPieces: true }, bytes)
  const column = tableSpreads().get(table)?.partitionColumn
  if (isSealed(column)) await warehouse.seal(column, partition)
}

function isSealed(column: string | undefined): column is PartitionColumn {
  return column === 'import_id' || column === 'run_id'
}
