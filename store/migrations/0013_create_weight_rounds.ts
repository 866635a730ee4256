import { type Kysely, sql } from 'kysely'

/** Versions of models that were saved before a run used them; rounds in which people judge criteria; back-tests. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE selection_model
      ALTER COLUMN first_used_at DROP NOT NULL,
      ADD COLUMN saved_at timestamptz,
      ADD COLUMN saved_by text NOT NULL DEFAULT '',
      ADD COLUMN note text NOT NULL DEFAULT ''`.execute(database)
  await sql`UPDATE selection_model SET saved_at = first_used_at`.execute(database)
  await sql`ALTER TABLE selection_model ALTER COLUMN saved_at SET NOT NULL, ALTER COLUMN saved_at SET DEFAULT now()`.execute(
    database,
  )
  await sql`
    CREATE TABLE weight_round (
      id uuid PRIMARY KEY,
      title text NOT NULL,
      model_name text NOT NULL,
      model_version integer NOT NULL,
      tree jsonb NOT NULL,
      titles jsonb NOT NULL,
      is_open boolean NOT NULL DEFAULT true,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      adopted text
    )`.execute(database)
  // Somebody who signs in, or a name for which an analyst takes in a questionnaire.
  await sql`
    CREATE TABLE weight_rater (
      id uuid PRIMARY KEY,
      round_id uuid NOT NULL REFERENCES weight_round ON DELETE CASCADE,
      person_id text,
      name text NOT NULL,
      department text NOT NULL,
      submitted_at timestamptz,
      UNIQUE (round_id, person_id),
      UNIQUE (round_id, name, department)
    )`.execute(database)
  // Each pair is kept once, in the order of the tree; a judgement of null was left out on purpose.
  await sql`
    CREATE TABLE weight_judgement (
      rater_id uuid NOT NULL REFERENCES weight_rater ON DELETE CASCADE,
      first text NOT NULL,
      second text NOT NULL,
      judgement double precision CHECK (judgement > 0 AND judgement < 'Infinity'),
      reason text NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (rater_id, first, second)
    )`.execute(database)
  await createBacktests(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE selection_backtest, weight_judgement, weight_rater, weight_round`.execute(database)
  await sql`DELETE FROM job WHERE kind NOT IN ('sample', 'import', 'run', 'export')`.execute(database)
  await sql`ALTER TABLE job DROP CONSTRAINT job_kind_check`.execute(database)
  await sql`
    ALTER TABLE job ADD CONSTRAINT job_kind_check CHECK (kind IN ('sample', 'import', 'run', 'export'))`.execute(
    database,
  )
  await sql`DELETE FROM selection_model WHERE first_used_at IS NULL`.execute(database)
  await sql`
    ALTER TABLE selection_model
      DROP COLUMN saved_at, DROP COLUMN saved_by, DROP COLUMN note, ALTER COLUMN first_used_at SET NOT NULL`.execute(
    database,
  )
}

async function createBacktests(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE selection_backtest (
      id uuid PRIMARY KEY,
      model text NOT NULL,
      challenger text,
      made_by text NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      locale text NOT NULL,
      result jsonb
    )`.execute(database)
  // Kinds of jobs are named in the contract; the store only sees to it that there is one.
  await sql`ALTER TABLE job DROP CONSTRAINT IF EXISTS job_kind_check`.execute(database)
  await sql`ALTER TABLE job ADD CONSTRAINT job_kind_check CHECK (kind ~ '^[a-z][A-Za-z-]{0,30}$')`.execute(database)
}
