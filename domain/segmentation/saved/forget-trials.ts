import type { Viewer } from '../../access/index.ts'
import type { AccountSources } from '../../accounts/index.ts'
import { dropSegments } from './account-segment.query.ts'

const keptDays = 3

/** Clears away what a person tried and did not save in the last days. */
export async function forgetTrials(viewer: Viewer, { warehouse, database }: AccountSources): Promise<void> {
  const before = new Date(Date.now() - keptDays * 86_400_000)
  const old = await database
    .selectFrom('segmentation')
    .select('id')
    .where('person_id', '=', viewer.userId)
    .where('saved_at', 'is', null)
    .where('made_at', '<', before)
    .execute()
  for (const { id } of old) {
    await warehouse.run(dropSegments, { segmentation: id })
    await database.deleteFrom('segmentation').where('id', '=', id).where('saved_at', 'is', null).execute()
  }
}
