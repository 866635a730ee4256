import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Long work and what became of it. The queue that hands it out keeps tables of its own. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE job (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('sample', 'import', 'run', 'export')),
      state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
      title text NOT NULL,
      input jsonb NOT NULL,
      step text NOT NULL DEFAULT 'waiting',
      done double precision,
      rows bigint,
      person_id text NOT NULL,
      person_name text NOT NULL,
      locale text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      queued_at timestamptz,
      started_at timestamptz,
      finished_at timestamptz,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      attempts integer NOT NULL DEFAULT 0,
      cancel_asked boolean NOT NULL DEFAULT false,
      result jsonb NOT NULL DEFAULT '{}',
      failure jsonb
    )`.execute(database)
  await sql`CREATE INDEX job_newest ON job (created_at DESC)`.execute(database)
  await sql`CREATE INDEX job_changed ON job (changed_at)`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('job').execute()
}
