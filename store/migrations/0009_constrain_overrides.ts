import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** One decision at a time for an account of a model, also where two people write theirs down in the same moment. */
export async function up(database: Kysely<unknown>): Promise<void> {
  // Where two were written at the same moment before, the first one holds.
  await sql`
    UPDATE tier_override AS later SET removed_at = now()
    WHERE later.removed_at IS NULL AND EXISTS (
      SELECT FROM tier_override AS earlier
      WHERE earlier.removed_at IS NULL AND earlier.id < later.id
        AND earlier.model = later.model AND earlier.account = later.account
        AND daterange(earlier.valid_from, earlier.valid_until, '[]') && daterange(later.valid_from, later.valid_until, '[]')
    )`.execute(database)
  // A range of texts that holds one text overlaps with the same text only: this needs no extension of the server.
  await sql`CREATE TYPE text_range AS RANGE (subtype = text, collation = "C")`.execute(database)
  await sql`
    ALTER TABLE tier_override ADD CONSTRAINT tier_override_one_at_a_time EXCLUDE USING gist (
      text_range(model, model, '[]') WITH &&,
      text_range(account, account, '[]') WITH &&,
      daterange(valid_from, valid_until, '[]') WITH &&
    ) WHERE (removed_at IS NULL)`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE tier_override DROP CONSTRAINT tier_override_one_at_a_time`.execute(database)
  await sql`DROP TYPE text_range`.execute(database)
}
