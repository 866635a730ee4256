import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Files that people sent, who imported what, which runs were shown, and the exports that were made. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE upload (
      id uuid PRIMARY KEY,
      file text NOT NULL,
      bytes bigint NOT NULL,
      sha256 text NOT NULL,
      person_id text NOT NULL,
      uploaded_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`
    CREATE TABLE import_record (
      import_id bigint PRIMARY KEY,
      upload_id uuid,
      job_id uuid NOT NULL,
      person_id text NOT NULL,
      person_name text NOT NULL,
      reading jsonb NOT NULL,
      has_rejected_file boolean NOT NULL,
      imported_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  // A log: the run that was shown last is the one that everybody sees.
  await sql`
    CREATE TABLE published_run (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      run_id text NOT NULL,
      as_of date NOT NULL,
      currency text NOT NULL,
      measure text NOT NULL,
      first_cut double precision NOT NULL,
      second_cut double precision NOT NULL,
      model text NOT NULL,
      value_basis text NOT NULL,
      accounts bigint NOT NULL,
      net_revenue double precision NOT NULL,
      imports integer[] NOT NULL,
      membership_sequence bigint NOT NULL,
      product text NOT NULL,
      job_id uuid,
      completed_at timestamptz NOT NULL,
      published_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`
    CREATE TABLE export_file (
      id uuid PRIMARY KEY,
      person_id text NOT NULL,
      file text NOT NULL,
      format text NOT NULL,
      accounts bigint NOT NULL,
      bytes bigint NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL
    )`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  for (const table of ['export_file', 'published_run', 'import_record', 'upload']) {
    await database.schema.dropTable(table).execute()
  }
}
