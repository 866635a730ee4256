import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Who may see what, how others get in, and the settings of the workspace. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE department (
      id uuid PRIMARY KEY,
      name text NOT NULL UNIQUE,
      leader_id text REFERENCES person ON DELETE SET NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`
    CREATE TABLE department_member (
      department_id uuid NOT NULL REFERENCES department ON DELETE CASCADE,
      person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
      PRIMARY KEY (department_id, person_id)
    )`.execute(database)
  await sql`CREATE INDEX department_member_of_person ON department_member (person_id)`.execute(database)
  // A link for somebody new, or for a new password: only the digest of its token is kept.
  await sql`
    CREATE TABLE invitation (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('invitation', 'password')),
      token_hash text NOT NULL UNIQUE,
      person_id text REFERENCES person ON DELETE CASCADE,
      email text NOT NULL,
      name text NOT NULL,
      role text NOT NULL,
      department_ids uuid[] NOT NULL DEFAULT '{}',
      invited_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      revoked_at timestamptz
    )`.execute(database)
  await sql`
    CREATE TABLE field_right (
      role text NOT NULL,
      field text NOT NULL CHECK (field IN ('profit', 'phone')),
      PRIMARY KEY (role, field)
    )`.execute(database)
  await sql`COMMENT ON TABLE field_right IS 'fields that are kept from a role'`.execute(database)
  await sql`INSERT INTO field_right VALUES ('viewer', 'profit'), ('viewer', 'phone')`.execute(database)
  await createKeys(database)
}

async function createKeys(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE api_key (
      id uuid PRIMARY KEY,
      person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
      name text NOT NULL,
      start text NOT NULL,
      hash text NOT NULL UNIQUE,
      scopes text[] NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz
    )`.execute(database)
  await sql`CREATE INDEX api_key_of_person ON api_key (person_id)`.execute(database)
  await sql`
    CREATE TABLE rate_limit (
      key text PRIMARY KEY,
      window_start timestamptz NOT NULL,
      hits integer NOT NULL
    )`.execute(database)
  await sql`
    CREATE TABLE setup_token (
      hash text PRIMARY KEY,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`
    CREATE TABLE setting (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      document jsonb NOT NULL,
      version integer NOT NULL,
      secret_fingerprint text
    )`.execute(database)
  await sql`INSERT INTO setting (document, version) VALUES ('{}', 0)`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  for (const table of [
    'setting',
    'setup_token',
    'rate_limit',
    'api_key',
    'field_right',
    'invitation',
    'department_member',
    'department',
  ]) {
    await database.schema.dropTable(table).execute()
  }
}
