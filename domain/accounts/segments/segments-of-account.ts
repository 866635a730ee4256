import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import type { Viewer } from '../../access/index.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { namedSegmentations, segmentationTitle } from './named-segmentations.ts'
import { segmentsOf } from './segments-of.query.ts'

/** The clusters of one account, in words. */
export async function segmentsOfAccount(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  { runId, key }: { readonly runId: string; readonly key: string },
): Promise<AccountPage['segments']> {
  const segmentations = await namedSegmentations(viewer, database)
  const own = (await segmentsOf(warehouse, { runId, keys: [key], segmentations })).get(key) ?? []
  return segmentations.flatMap((segmentation) =>
    segmentation.clusters
      .filter(({ cluster }) => own.includes(`${segmentation.id}:${cluster}`))
      .map(({ cluster, name }) => ({
        segment: `${segmentation.id}:${cluster}`,
        segmentation: segmentationTitle(segmentation),
        cluster: name,
      })),
  )
}
