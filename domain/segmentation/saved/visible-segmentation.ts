import { TrialRequest } from '@vitalfew/contract/api/segments.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { z } from 'zod'
import { authorise, type Viewer } from '../../access/index.ts'
import type { Database } from '../studio/profit-features.ts'

/** What was found, as it is kept. */
export const Found = z.object({ segmentation: Segmentation, keys: z.array(z.string()) })

export const ClusterNames = z.array(z.object({ cluster: z.int().positive(), name: z.string() }))

/**
 * A trial or a saved segmentation, for those who may look into one.
 *
 * @throws ProductError `access.notAllowed`, `segmentation.notFound` for one that is not there, or tells of profit to
 * somebody who does not see it
 */
export async function visibleSegmentation(viewer: Viewer, database: Database, id: string) {
  authorise(viewer, ['administrator', 'analyst'])
  const row = await database.selectFrom('segmentation').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined || (row.tells_of_profit && viewer.hidden.has('profit'))) {
    throw new ProductError('segmentation.notFound')
  }
  const { segmentation, keys } = Found.parse(row.found)
  const named = ClusterNames.parse(row.clusters)
  const proposed = segmentation.clusters.map(({ id: cluster, name }) => ({ cluster, name }))
  return {
    row,
    segmentation,
    keys,
    request: TrialRequest.parse(row.request),
    /** Names that people gave, or those that were proposed. */
    clusters: named.length > 0 ? named : proposed,
  }
}
