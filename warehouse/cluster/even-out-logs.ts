import { z } from 'zod'
import { defineQuery } from '../query.ts'
import type { TableSpread } from '../table-spread.ts'
import type { ClusterNode } from './cluster-node.ts'
import { contentOfLogs } from './seal-log.ts'

/**
 * Makes tables that every node holds the same everywhere: a log only grows, so what one node has and another has not,
 * the other missed. A row reaches such a log after all that it speaks of is there, so to complete it is always right.
 */
export async function evenOutLogs(nodes: readonly ClusterNode[], logs: readonly TableSpread[]): Promise<void> {
  const tables = logs.map(({ table }) => table)
  const contents = await Promise.all(nodes.map(({ connection }) => connection.rows(contentOfLogs(tables), {})))
  for (const table of tables) {
    const found = contents.map((content) => content.find((item) => item.table === table))
    if (new Set(found.map((item) => `${item?.rows}/${item?.checksum}`)).size <= 1) continue
    const pairs = nodes.flatMap((to) => nodes.filter((from) => from !== to).map((from) => ({ from, to })))
    for (const pair of pairs) await take(table, pair)
  }
}

/** Copies the rows that are there and not here. */
async function take(
  table: string,
  { from, to }: { readonly from: ClusterNode; readonly to: ClusterNode },
): Promise<void> {
  const name = 'even-out-logs'
  const beside = `${table}_other`
  const { connection } = to
  await connection.command(`DROP TABLE IF EXISTS ${beside}`, name)
  await connection.command(`CREATE TABLE ${beside} AS ${table}`, name)
  try {
    const rows = await from.connection.bytes(allRows(table), { parameters: {}, format: 'Native' })
    await connection.insert({ name, sql: `INSERT INTO ${beside} FORMAT Native`, inPieces: true }, rows)
    await connection.command(
      `INSERT INTO ${table} SELECT DISTINCT * FROM ${beside} WHERE cityHash64(tuple(*)) NOT IN (SELECT cityHash64(tuple(*)) FROM ${table})`,
      name,
    )
  } finally {
    await connection.command(`DROP TABLE IF EXISTS ${beside}`, name)
  }
}

function allRows(table: string) {
  return defineQuery({
    name: `rows-of-${table}`,
    parameters: z.object({}),
    row: z.unknown(),
    sql: `SELECT * FROM ${table}`,
  })
}
