import type { Database } from '../studio/profit-features.ts'

/** The runs whose accounts a segmentation has put into clusters, the newest day first. */
export function assignmentsOf(database: Database, id: string) {
  return database
    .selectFrom('segment_assignment')
    .selectAll()
    .where('segmentation_id', '=', id)
    .orderBy('as_of', 'desc')
    .orderBy('assigned_at', 'desc')
    .execute()
}
