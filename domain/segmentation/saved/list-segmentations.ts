import { TrialRequest, type SavedSegmentation } from '@vitalfew/contract/api/segments.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { newestSegmentation } from './newest-segmentation.ts'
import { runningTrial } from './running-trial.ts'
import { type AccountSources, namedSegmentations, segmentCounts } from '../../accounts/index.ts'

const Titles = z.array(z.string())

/** The segmentations in use, by name and version, with what the viewer sees of each cluster in the current run. */
export async function listSegmentations(
  viewer: Viewer,
  sources: AccountSources,
): Promise<{ segmentations: SavedSegmentation[]; newest: string | null; running: string | null }> {
  const { database } = sources
  const [named, newest, running] = await Promise.all([
    namedSegmentations(viewer, database),
    newestSegmentation(viewer, database),
    runningTrial(viewer, database),
  ])
  if (named.length === 0) return { segmentations: [], newest, running }
  const [rows, counts] = await Promise.all([
    database
      .selectFrom('segmentation')
      .select(['id', 'person_name', 'saved_at', 'made_at', 'note', 'as_of', 'request'])
      .select(sql`jsonb_path_query_array(found, '$.segmentation.features[*].title')`.as('features'))
      .where(
        'id',
        'in',
        named.map(({ id }) => id),
      )
      .execute(),
    segmentCounts(viewer, sources),
  ])
  const details = new Map(rows.map((row) => [row.id, row]))
  return {
    newest,
    running,
    segmentations: named.flatMap(({ id, name, version, clusters }) => {
      const row = details.get(id)
      if (row === undefined) return []
      const { saved_at: savedAt, made_at: madeAt, note, as_of: asOf, person_name: author } = row
      const segments = clusters.map(({ cluster, name: title }) => {
        const segment = `${id}:${cluster}`
        const nothing = counts === null ? null : 0
        const { accounts, netRevenue } = counts?.get(segment) ?? { accounts: nothing, netRevenue: nothing }
        return { segment, cluster, name: title, accounts, netRevenue }
      })
      return [
        {
          id,
          name,
          version,
          note,
          author,
          asOf,
          savedAt: (savedAt ?? madeAt).toISOString(),
          method: TrialRequest.parse(row.request).method,
          features: Titles.parse(row.features),
          segments,
        },
      ]
    }),
  }
}
