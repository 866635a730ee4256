import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { type StoredTable, storedTables } from '@vitalfew/store/stored-tables.ts'
import { fillTable, pagesOfTable, rowsOfPage } from '@vitalfew/store/table-rows.ts'
import { sql } from 'kysely'

type Database = StoreClient['database']

/** What belongs to a moment and not to a workspace: who is signed in, who tried to be, answers that can be worked out again. */
const momentary: ReadonlySet<string> = new Set([
  'person_session',
  'person_verification',
  'rate_limit',
  'setup_token',
  'behaviour_answer',
])

/** The tables of a backup, those that others refer to first. */
export async function keptTables(database: Database): Promise<StoredTable[]> {
  return (await storedTables(database)).filter(({ name }) => !momentary.has(name))
}

/** The newest step of the schema. */
export async function storeSchema(database: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`SELECT max(name) AS name FROM schema_migration`.execute(database)
  return rows[0]?.name ?? ''
}

/** The rows of a table, one to a line. */
export async function* tableLines(transaction: Database, table: string): AsyncGenerator<Buffer> {
  for await (const page of pagesOfTable(transaction, table)) yield Buffer.from(`${page.join('\n')}\n`)
}

/** Puts the lines of a table back, in place of what a new store begins with. */
export async function putBack(transaction: Database, table: StoredTable, lines: Readable): Promise<void> {
  await sql`DELETE FROM ${sql.table(table.name)}`.execute(transaction)
  await fillTable(transaction, table, pagesOfLines(lines))
}

async function* pagesOfLines(lines: Readable): AsyncGenerator<string[]> {
  let page: string[] = []
  for await (const line of createInterface({ input: lines, crlfDelay: Infinity })) {
    if (line !== '') page.push(line)
    if (page.length < rowsOfPage) continue
    yield page
    page = []
  }
  yield page
}
