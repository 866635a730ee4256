import { type Kysely, sql } from 'kysely'

/** What people say of the sources of imports: how they are read, where they are fetched from, and when. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE import_source (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      kind text NOT NULL,
      name text NOT NULL,
      title text NOT NULL DEFAULT '',
      settings jsonb,
      on_overlap text,
      origin jsonb,
      schedule jsonb,
      next_at timestamptz,
      seen jsonb NOT NULL DEFAULT '{}',
      last_job uuid,
      person_id text NOT NULL,
      person_name text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      removed_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (kind, name)
    )`.execute(database)
  await sql`CREATE INDEX import_source_due ON import_source (next_at) WHERE removed_at IS NULL`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('import_source').execute()
}
