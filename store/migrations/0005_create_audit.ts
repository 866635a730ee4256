import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Who did what: rows are added, never changed; each is sealed with the digest of the one before it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE audit_entry (
      number bigint PRIMARY KEY,
      at timestamptz NOT NULL,
      actor_id text NOT NULL,
      actor_name text NOT NULL,
      action text NOT NULL,
      subject text NOT NULL,
      details jsonb NOT NULL,
      hash text NOT NULL
    )`.execute(database)
  await sql`CREATE INDEX audit_entry_by_subject ON audit_entry (subject, number)`.execute(database)
  await sql`CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, number)`.execute(database)
  // How far the log reaches, so that an end that was cut off is noticed too.
  await sql`
    CREATE TABLE audit_head (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      number bigint NOT NULL,
      hash text NOT NULL
    )`.execute(database)
  await sql`INSERT INTO audit_head (number, hash) VALUES (0, '')`.execute(database)
  await sql`
    CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the audit log is only ever added to';
    END $$`.execute(database)
  await sql`
    CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`.execute(database)
  await sql`
    CREATE TRIGGER audit_entry_stays BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('audit_entry').execute()
  await database.schema.dropTable('audit_head').execute()
  await sql`DROP FUNCTION refuse_audit_change`.execute(database)
}
