import { type Kysely, sql } from 'kysely'

/** Answers about how accounts buy that take a while, and where the funnel of the workspace comes from. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE behaviour_answer (
      digest text PRIMARY KEY,
      run_id text NOT NULL,
      answer jsonb NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`CREATE INDEX behaviour_answer_by_age ON behaviour_answer (made_at DESC, digest)`.execute(database)
  // Uploads may be swept away one day: what the funnel came to is kept by itself.
  await sql`
    CREATE TABLE funnel_source (
      id uuid PRIMARY KEY,
      uploads jsonb NOT NULL,
      files jsonb NOT NULL,
      cuts jsonb NOT NULL,
      stages jsonb NOT NULL,
      answer jsonb NOT NULL,
      person_id text NOT NULL,
      person_name text NOT NULL,
      read_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  for (const table of ['funnel_source', 'behaviour_answer']) await database.schema.dropTable(table).execute()
}
