import { type Kysely, sql } from 'kysely'

/** Segmentations: tried, and kept under a name. Which account is in which cluster stands in the warehouse. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE segmentation (
      id uuid PRIMARY KEY,
      run_id text NOT NULL,
      as_of date NOT NULL,
      currency text NOT NULL,
      request jsonb NOT NULL,
      found jsonb NOT NULL,
      model jsonb NOT NULL,
      tells_of_profit boolean NOT NULL,
      person_id text NOT NULL,
      person_name text NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      name text,
      version integer CHECK (version >= 1),
      note text NOT NULL DEFAULT '',
      clusters jsonb NOT NULL DEFAULT '[]',
      saved_at timestamptz,
      retired_at timestamptz,
      UNIQUE (name, version),
      CHECK ((saved_at IS NULL) = (name IS NULL) AND (name IS NULL) = (version IS NULL))
    )`.execute(database)
  await sql`
    CREATE TABLE segment_assignment (
      segmentation_id uuid NOT NULL REFERENCES segmentation ON DELETE CASCADE,
      run_id text NOT NULL,
      as_of date NOT NULL,
      way text NOT NULL CHECK (way IN ('fitted', 'model')),
      accounts bigint NOT NULL,
      left_out bigint NOT NULL,
      assigned_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (segmentation_id, run_id)
    )`.execute(database)
  // What was saved is looked up by filters of others: nothing of it changes but that it is no longer in use.
  await sql`
    CREATE FUNCTION refuse_segmentation_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.saved_at IS NOT NULL AND to_jsonb(OLD) - 'retired_at' IS DISTINCT FROM to_jsonb(NEW) - 'retired_at' THEN
        RAISE EXCEPTION 'a saved segmentation does not change';
      END IF;
      RETURN NEW;
    END $$`.execute(database)
  await sql`
    CREATE TRIGGER segmentation_is_final BEFORE UPDATE ON segmentation
    FOR EACH ROW EXECUTE FUNCTION refuse_segmentation_change()`.execute(database)
  // The program knows which kinds of jobs there are, and they become more.
  await sql`ALTER TABLE job DROP CONSTRAINT IF EXISTS job_kind_check`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await sql`DELETE FROM job WHERE kind NOT IN ('sample', 'import', 'run', 'export')`.execute(database)
  await sql`ALTER TABLE job DROP CONSTRAINT IF EXISTS job_kind_check`.execute(database)
  await sql`
    ALTER TABLE job ADD CONSTRAINT job_kind_check
      CHECK (kind IN ('sample', 'import', 'run', 'export'))`.execute(database)
  await database.schema.dropTable('segment_assignment').execute()
  await database.schema.dropTable('segmentation').execute()
  await sql`DROP FUNCTION refuse_segmentation_change`.execute(database)
}
