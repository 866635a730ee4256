import { sql } from 'kysely'
import type { Viewer } from '../../access/index.ts'
import type { Database } from '../studio/profit-features.ts'

/**
 * What somebody goes on with: what they tried or saved last, else what anybody saved last and is in use. Null for those
 * who may not look into one, and where there is none.
 */
export async function newestSegmentation(viewer: Viewer, database: Database): Promise<string | null> {
  if (viewer.role !== 'administrator' && viewer.role !== 'analyst') return null
  const isOwn = sql<boolean>`person_id = ${viewer.userId}`
  let query = database
    .selectFrom('segmentation')
    .select('id')
    .where('retired_at', 'is', null)
    .where((where) => where.or([isOwn, where('saved_at', 'is not', null)]))
  if (viewer.hidden.has('profit')) query = query.where('tells_of_profit', '=', false)
  const found = await query
    .orderBy(isOwn, (order) => order.desc().nullsLast())
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}
