import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** How people look at accounts, and what they set on them. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE account_view (
      id uuid PRIMARY KEY,
      person_id text NOT NULL,
      person_name text NOT NULL,
      name text NOT NULL,
      content jsonb NOT NULL,
      is_shared boolean NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`
    CREATE TABLE account_column (
      person_id text PRIMARY KEY,
      content jsonb NOT NULL
    )`.execute(database)
  // The warehouse holds what a change comes to; which accounts it changed is kept here, so that it can be taken back, and
  // written again where the program ended in between.
  await sql`
    CREATE TABLE account_change (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      kind text NOT NULL CHECK (kind IN ('tag', 'assignment')),
      name text NOT NULL,
      action text NOT NULL CHECK (action IN ('set', 'clear')),
      account_keys text[] NOT NULL,
      undoes bigint UNIQUE REFERENCES account_change,
      person_id text NOT NULL,
      person_name text NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      applied_at timestamptz
    )`.execute(database)
  await sql`CREATE INDEX account_change_open ON account_change (id) WHERE applied_at IS NULL`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  for (const table of ['account_change', 'account_column', 'account_view']) {
    await database.schema.dropTable(table).execute()
  }
}
