import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What people give to a selection: models once used, scores on criteria, and tiers they decided on. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('selection_model')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('document', 'jsonb', (column) => column.notNull())
    .addColumn('first_used_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('selection_model_key', ['name', 'version'])
    .execute()
  // A log: a later score of the same rater counts instead of an earlier one, and both are kept.
  await database.schema
    .createTable('selection_rating')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('criterion', 'text', (column) => column.notNull())
    .addColumn('score', 'double precision', (column) => column.notNull())
    .addColumn('rater', 'text', (column) => column.notNull())
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addUniqueConstraint('selection_rating_once', ['account', 'criterion', 'rater', 'day', 'score', 'reason'])
    .execute()
  await database.schema
    .createTable('tier_override')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('tier', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'date')
    .addColumn('valid_until', 'date', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('removed_at', 'timestamptz')
    .execute()
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('tier_override').execute()
  await database.schema.dropTable('selection_rating').execute()
  await database.schema.dropTable('selection_model').execute()
}
