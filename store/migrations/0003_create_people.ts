import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Who can sign in, how they prove it, and where they are signed in. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE person (
      id text PRIMARY KEY,
      name text NOT NULL,
      email text NOT NULL UNIQUE CHECK (email = lower(email)),
      email_verified boolean NOT NULL DEFAULT false,
      image text,
      role text NOT NULL DEFAULT 'viewer' CHECK (role IN ('administrator', 'analyst', 'manager', 'accountManager', 'viewer')),
      locale text NOT NULL DEFAULT 'zh-CN',
      is_active boolean NOT NULL DEFAULT true,
      second_factor boolean NOT NULL DEFAULT false,
      last_sign_in_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`
    CREATE TABLE person_session (
      id text PRIMARY KEY,
      person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
      token text NOT NULL UNIQUE,
      expires_at timestamptz NOT NULL,
      ip_address text,
      user_agent text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`CREATE INDEX person_session_of_person ON person_session (person_id)`.execute(database)
  await createProofs(database)
}

/** What people prove with who they are. */
async function createProofs(database: Kysely<unknown>): Promise<void> {
  // A password (scrypt) or the identity at a provider.
  await sql`
    CREATE TABLE person_credential (
      id text PRIMARY KEY,
      person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
      provider_id text NOT NULL,
      provider_account_id text NOT NULL,
      password text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (provider_id, provider_account_id)
    )`.execute(database)
  await sql`CREATE INDEX person_credential_of_person ON person_credential (person_id)`.execute(database)
  await sql`
    CREATE TABLE person_verification (
      id text PRIMARY KEY,
      identifier text NOT NULL,
      value text NOT NULL,
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(database)
  await sql`CREATE INDEX person_verification_by_identifier ON person_verification (identifier)`.execute(database)
  await sql`
    CREATE TABLE person_second_factor (
      id text PRIMARY KEY,
      person_id text NOT NULL UNIQUE REFERENCES person ON DELETE CASCADE,
      secret text NOT NULL,
      backup_codes text NOT NULL,
      verified boolean NOT NULL DEFAULT false,
      failed_verification_count integer NOT NULL DEFAULT 0,
      locked_until timestamptz
    )`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  for (const table of [
    'person_second_factor',
    'person_verification',
    'person_credential',
    'person_session',
    'person',
  ]) {
    await database.schema.dropTable(table).execute()
  }
}
