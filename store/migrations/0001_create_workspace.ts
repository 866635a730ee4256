import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('workspace')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('created_with', 'text', (column) => column.notNull())
    // A unique column that can only be true: the table holds one row at most.
    .addColumn('only_row', 'boolean', (column) =>
      column
        .notNull()
        .generatedAlwaysAs(sql`true`)
        .stored()
        .unique(),
    )
    .execute()
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('workspace').execute()
}
