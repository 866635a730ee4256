import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import type { GivenFigure } from './given-figure.ts'

type Database = StoreClient['database']

const rowsPerInsert = 10_000

/**
 * Adds figures to the log. One that an account has on that day already is not added again; another one is, and counts from
 * then on. Says how many are new.
 */
export async function addFigures(database: Database, figures: readonly GivenFigure[]): Promise<number> {
  return database.transaction().execute((transaction) => addFiguresIn(transaction, figures))
}

/** The same as part of a transaction. */
export async function addFiguresIn(transaction: Database, figures: readonly GivenFigure[]): Promise<number> {
  // What is there already is looked up: nobody else may add in between.
  await sql`LOCK TABLE given_figure IN SHARE ROW EXCLUSIVE MODE`.execute(transaction)
  let added = 0
  for (let from = 0; from < figures.length; from += rowsPerInsert) {
    const rows = figures.slice(from, from + rowsPerInsert)
    const column = (name: keyof GivenFigure) => rows.map((row) => row[name])
    const result = await sql`
      INSERT INTO given_figure (account, figure, value, day, author, reason, file)
      SELECT n.account, n.figure, n.value, n.day, n.author, n.reason, n.file
      FROM unnest(${column('account')}::text[], ${column('figure')}::text[], ${column('value')}::float8[],
        ${column('day')}::date[], ${column('author')}::text[], ${column('reason')}::text[], ${column('file')}::text[])
        WITH ORDINALITY AS n (account, figure, value, day, author, reason, file, place)
      WHERE n.value IS DISTINCT FROM (
        SELECT g.value FROM given_figure AS g
        WHERE g.figure = n.figure AND g.account = n.account AND g.day = n.day
        ORDER BY g.id DESC LIMIT 1
      )
      ORDER BY n.place`.execute(transaction)
    added += Number(result.numAffectedRows ?? 0n)
  }
  return added
}

/** The headers of all columns that were ever given. */
export async function givenColumns(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('given_figure').select('figure').distinct().orderBy('figure').execute()
  return rows.map(({ figure }) => figure)
}

/** The figures of these columns in the log, the earliest first; of one day in the order in which they came. */
export async function figuresOfColumns(database: Database, columns: readonly string[]): Promise<GivenFigure[]> {
  if (columns.length === 0) return []
  return database
    .selectFrom('given_figure')
    .select(['account', 'figure', 'value', 'day', 'author', 'reason', 'file'])
    .where('figure', 'in', columns)
    .orderBy('day')
    .orderBy('id')
    .execute()
}
