import type { StoreClient } from '@vitalfew/store/client.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'

export interface NamedSegmentation {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly clusters: readonly { readonly cluster: number; readonly name: string }[]
}

const Clusters = z.array(z.object({ cluster: z.int(), name: z.string() }))

/**
 * The segmentations in use that a person may know of, by name and version: those made of figures of profit are not there
 * for those who do not see profit, for clusters would tell it.
 */
export async function namedSegmentations(
  viewer: Pick<Viewer, 'hidden'>,
  database: StoreClient['database'],
): Promise<NamedSegmentation[]> {
  let query = database
    .selectFrom('segmentation')
    .select(['id', 'name', 'version', 'clusters'])
    .where('saved_at', 'is not', null)
    .where('retired_at', 'is', null)
  if (viewer.hidden.has('profit')) query = query.where('tells_of_profit', '=', false)
  const rows = await query.orderBy('name').orderBy('version', 'desc').execute()
  return rows.map(({ id, name, version, clusters }) => ({
    id,
    name: name ?? '',
    version: version ?? 1,
    clusters: Clusters.parse(clusters),
  }))
}

/** What people call a segmentation. */
export function segmentationTitle({ name, version }: Pick<NamedSegmentation, 'name' | 'version'>): string {
  return `${name} v${version}`
}
