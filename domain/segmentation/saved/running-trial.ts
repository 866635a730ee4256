import { sql } from 'kysely'
import type { Viewer } from '../../access/index.ts'
import type { Database } from '../studio/profit-features.ts'

/** The job of the newest trial that somebody asked for and that has not ended; null where none is under way. */
export async function runningTrial(viewer: Viewer, database: Database): Promise<string | null> {
  const found = await database
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'segments')
    .where('state', 'in', ['waiting', 'running'])
    .where('person_id', '=', viewer.userId)
    .where(sql<boolean>`jsonb_exists(input, 'trial')`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}
