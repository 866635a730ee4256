import { type Kysely, sql } from 'kysely'
import type { StoredTable } from './stored-tables.ts'
import type { StoreTables } from './tables.ts'

type Database = Kysely<StoreTables>

/** What a table holds. */
export interface TableContent {
  readonly table: string
  readonly rows: number
  /** A sum over the digests of all rows, whatever their order. */
  readonly checksum: string
}

/** As many rows as are read or written at once. */
export const rowsOfPage = 2_000

/** Instants are written in the zone of the session, and a whole table takes longer than a page may ask for. */
export async function speakAlike(transaction: Database): Promise<void> {
  await sql`SET LOCAL TimeZone = 'UTC'`.execute(transaction)
  await sql`SET LOCAL statement_timeout = 0`.execute(transaction)
}

/** The rows of a table, a page at a time, as JSON that the server writes itself: nothing is rounded on the way. */
export async function* pagesOfTable(transaction: Database, table: string): AsyncGenerator<string[]> {
  for (let offset = 0; ; offset += rowsOfPage) {
    const { rows } = await sql<{ line: string }>`SELECT to_jsonb(t)::text AS line FROM ${sql.table(table)} AS t
      ORDER BY t.ctid LIMIT ${rowsOfPage} OFFSET ${offset}`.execute(transaction)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < rowsOfPage) return
  }
}

/** Puts pages of such rows into a table; what counts up goes on counting where they stood. */
export async function fillTable(
  transaction: Database,
  table: StoredTable,
  pages: AsyncIterable<readonly string[]>,
): Promise<void> {
  for await (const page of pages) await insertPage(transaction, table, page)
  const name = sql.table(table.name)
  for (const { column, sequence } of table.sequences) {
    await sql`SELECT setval(${sequence}::text::regclass, greatest((SELECT max(${sql.ref(column)}) FROM ${name}), 1),
      EXISTS (SELECT FROM ${name}))`.execute(transaction)
  }
}

/** Columns that a table had not yet when the rows were written keep what they begin with. */
async function insertPage(transaction: Database, table: StoredTable, page: readonly string[]): Promise<void> {
  const [first] = page
  if (first === undefined) return
  const known: unknown = JSON.parse(first)
  const names = new Set(typeof known === 'object' && known !== null ? Object.keys(known) : [])
  const columns = sql.join(table.columns.filter((column) => names.has(column)).map((column) => sql.ref(column)))
  const name = sql.table(table.name)
  await sql`INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${`[${page.join(',')}]`}::text::jsonb)`.execute(
    transaction,
  )
}

/** What each of some tables holds. */
export async function contentOfTables(database: Database, tables: readonly StoredTable[]): Promise<TableContent[]> {
  const found: TableContent[] = []
  for (const { name: table } of tables) {
    const { rows } = await sql<{ rows: number; checksum: string }>`
      SELECT count(*) AS rows,
        coalesce(sum(('x' || substr(md5(to_jsonb(t)::text), 1, 15))::bit(60)::bigint), 0)::text AS checksum
      FROM ${sql.table(table)} AS t`.execute(database)
    found.push({ table, rows: rows[0]?.rows ?? 0, checksum: rows[0]?.checksum ?? '0' })
  }
  return found
}
