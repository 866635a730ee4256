import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { type StoredTable, storedTables } from '@vitalfew/store/stored-tables.ts'
import { sql } from 'kysely'
import type { TableHash } from './backup-manifest.ts'

type Database = StoreClient['database']

/** What belongs to a moment and not to a workspace: who is signed in, and who tried to be. */
const momentary: ReadonlySet<string> = new Set(['person_session', 'person_verification', 'rate_limit', 'setup_token'])
const rowsOfPage = 2_000

/** The tables of a backup, those that others refer to first. */
export async function keptTables(database: Database): Promise<StoredTable[]> {
  return (await storedTables(database)).filter(({ name }) => !momentary.has(name))
}

/** The newest step of the schema. */
export async function storeSchema(database: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`SELECT max(name) AS name FROM schema_migration`.execute(database)
  return rows[0]?.name ?? ''
}

/** Instants are written in the zone of the session, and a whole table takes longer than a page may ask for. */
export async function speakAlike(transaction: Database): Promise<void> {
  await sql`SET LOCAL TimeZone = 'UTC'`.execute(transaction)
  await sql`SET LOCAL statement_timeout = 0`.execute(transaction)
}

/** The rows of a table as lines of JSON that the server writes itself: nothing is rounded on the way. */
export async function* tableLines(transaction: Database, table: string): AsyncGenerator<Buffer> {
  for (let offset = 0; ; offset += rowsOfPage) {
    const { rows } = await sql<{ line: string }>`SELECT to_jsonb(t)::text AS line FROM ${sql.table(table)} AS t
      ORDER BY t.ctid LIMIT ${rowsOfPage} OFFSET ${offset}`.execute(transaction)
    if (rows.length > 0) yield Buffer.from(`${rows.map(({ line }) => line).join('\n')}\n`)
    if (rows.length < rowsOfPage) return
  }
}

/** Puts the lines of a table back, in place of what a new store begins with. */
export async function fillTable(transaction: Database, table: StoredTable, lines: Readable): Promise<void> {
  await sql`DELETE FROM ${sql.table(table.name)}`.execute(transaction)
  let page: string[] = []
  for await (const line of createInterface({ input: lines, crlfDelay: Infinity })) {
    if (line !== '') page.push(line)
    if (page.length < rowsOfPage) continue
    await insertLines(transaction, table, page)
    page = []
  }
  await insertLines(transaction, table, page)
  for (const { column, sequence } of table.sequences) {
    await sql`SELECT setval(${sequence}::text::regclass, greatest((SELECT max(${sql.ref(column)})
      FROM ${sql.table(table.name)}), 1), EXISTS (SELECT FROM ${sql.table(table.name)}))`.execute(transaction)
  }
}

/** Columns that a table had not yet when the backup was made keep what they begin with. */
async function insertLines(transaction: Database, table: StoredTable, lines: readonly string[]): Promise<void> {
  const [first] = lines
  if (first === undefined) return
  const known: unknown = JSON.parse(first)
  const names = new Set(typeof known === 'object' && known !== null ? Object.keys(known) : [])
  const columns = sql.join(table.columns.filter((column) => names.has(column)).map((column) => sql.ref(column)))
  const name = sql.table(table.name)
  await sql`INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${`[${lines.join(',')}]`}::text::jsonb)`.execute(
    transaction,
  )
}

/** How many rows tables have, and a sum over the digests of all rows, whatever their order. */
export async function storeHashes(database: Database, tables: readonly StoredTable[]): Promise<TableHash[]> {
  const found: TableHash[] = []
  for (const { name: table } of tables) {
    const { rows } = await sql<{ rows: number; checksum: string }>`
      SELECT count(*) AS rows,
        coalesce(sum(('x' || substr(md5(to_jsonb(t)::text), 1, 15))::bit(60)::bigint), 0)::text AS checksum
      FROM ${sql.table(table)} AS t`.execute(database)
    found.push({ table, rows: rows[0]?.rows ?? 0, checksum: rows[0]?.checksum ?? '0' })
  }
  return found
}
