import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Files are looked for by their age and by what came of them: every hour, when what nobody needs is cleared away. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX upload_by_age ON upload (uploaded_at)`.execute(database)
  await sql`CREATE INDEX import_record_of_upload ON import_record (upload_id)`.execute(database)
  await sql`CREATE INDEX export_file_of_person ON export_file (person_id, made_at DESC)`.execute(database)
  await sql`CREATE INDEX export_file_by_age ON export_file (expires_at)`.execute(database)
}

export async function down(database: Kysely<unknown>): Promise<void> {
  for (const index of ['export_file_by_age', 'export_file_of_person', 'import_record_of_upload', 'upload_by_age']) {
    await sql`DROP INDEX ${sql.id(index)}`.execute(database)
  }
}
