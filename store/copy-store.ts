import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { StoreClient } from './client.ts'
import { storedTables, type StoredTable } from './stored-tables.ts'
import type { StoreTables } from './tables.ts'

/** What both sides hold of a table, row for row. */
export interface CopiedStoreTable {
  readonly table: string
  readonly rows: number
  /** A sum over the digests of all rows, whatever their order. */
  readonly checksum: string
}

type Database = Kysely<StoreTables> | Transaction<StoreTables>

/** Tables that have rows from the beginning, which say nothing of anybody having used the store. */
const seededTables: ReadonlySet<string> = new Set(['field_right', 'setting', 'audit_head'])

const rowsOfBatch = 2000

/**
 * Makes one store hold what another holds, all of it in one transaction: a copy that was cut off has not begun. Both are
 * of the same version. A target that holds the same already stays as it is.
 *
 * @throws {ProductError} `workspace.copyTargetInUse` where the target holds anything else, `workspace.copyDiffers`
 */
export async function copyStore(from: StoreClient, to: StoreClient): Promise<CopiedStoreTable[]> {
  return from.database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (source) => {
      await speakAlike(source)
      const tables = await storedTables(source)
      const wanted = await contents(source, tables)
      return to.database.transaction().execute(async (target) => {
        await speakAlike(target)
        const found = await contents(target, tables)
        if (isSame(wanted, found)) return wanted
        const entries = found.reduce((sum, { table, rows }) => sum + (seededTables.has(table) ? 0 : rows), 0)
        if (entries > 0) throw new ProductError('workspace.copyTargetInUse', { entries })
        for (const table of seededTables) await sql`DELETE FROM ${sql.table(table)}`.execute(target)
        for (const table of tables) await copyTable({ source, target, table })
        refuseDifference(wanted, await contents(target, tables))
        return wanted
      })
    })
}

/** Instants are written in the zone of the session, and a table may be larger than a page may ever ask for. */
async function speakAlike(database: Database): Promise<void> {
  await sql`SET LOCAL TimeZone = 'UTC'`.execute(database)
  await sql`SET LOCAL statement_timeout = 0`.execute(database)
}

/** Rows travel as JSON, which the server writes and reads itself: nothing is rounded on the way. */
async function copyTable(of: {
  readonly source: Database
  readonly target: Database
  readonly table: StoredTable
}): Promise<void> {
  const { source, target, table } = of
  const name = sql.table(table.name)
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  for (let offset = 0; ; offset += rowsOfBatch) {
    const { rows } = await sql<{ document: string }>`SELECT to_jsonb(t)::text AS document FROM ${name} AS t
      ORDER BY t.ctid LIMIT ${rowsOfBatch} OFFSET ${offset}`.execute(source)
    if (rows.length > 0) {
      const documents = `[${rows.map(({ document }) => document).join(',')}]`
      await sql`INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
        SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${documents}::text::jsonb)`.execute(target)
    }
    if (rows.length < rowsOfBatch) break
  }
  for (const { column, sequence } of table.sequences) {
    await sql`SELECT setval(${sequence}::text::regclass, greatest((SELECT max(${sql.ref(column)}) FROM ${name}), 1),
      EXISTS (SELECT FROM ${name}))`.execute(target)
  }
}

async function contents(database: Database, tables: readonly StoredTable[]): Promise<CopiedStoreTable[]> {
  const found: CopiedStoreTable[] = []
  for (const { name: table } of tables) {
    const { rows } = await sql<{ rows: number; checksum: string }>`
      SELECT count(*) AS rows,
        coalesce(sum(('x' || substr(md5(to_jsonb(t)::text), 1, 15))::bit(60)::bigint), 0)::text AS checksum
      FROM ${sql.table(table)} AS t`.execute(database)
    found.push({ table, rows: rows[0]?.rows ?? 0, checksum: rows[0]?.checksum ?? '0' })
  }
  return found
}

function isSame(wanted: readonly CopiedStoreTable[], found: readonly CopiedStoreTable[]): boolean {
  return wanted.every(({ rows, checksum }, index) => {
    return rows === found[index]?.rows && checksum === found[index].checksum
  })
}

function refuseDifference(wanted: readonly CopiedStoreTable[], found: readonly CopiedStoreTable[]): void {
  for (const [index, { table, rows, checksum }] of wanted.entries()) {
    const copy = found[index]
    if (copy?.rows === rows && copy.checksum === checksum) continue
    throw new ProductError('workspace.copyDiffers', { table, expected: rows, found: copy?.rows ?? 0 })
  }
}
