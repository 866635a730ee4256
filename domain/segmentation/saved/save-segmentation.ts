import type { SavedSegmentation } from '@vitalfew/contract/api/segments.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { type AccountSources, runNamed } from '../../accounts/index.ts'
import { recordAudit } from '../../audit/index.ts'
import type { Database } from '../studio/profit-features.ts'
import { listSegmentations } from './list-segmentations.ts'
import { visibleSegmentation } from './visible-segmentation.ts'

export interface SaveSegmentation {
  readonly id: string
  readonly name: string
  readonly note: string
  /** Names for clusters; the others keep those that were proposed. */
  readonly clusters: readonly { readonly cluster: number; readonly name: string }[]
}

/**
 * Keeps a trial under a name, as the next version of that name; from then on nothing of it changes, and its clusters are a
 * filter. `onOtherRun` is called within the transaction where another run has become the current one since the trial.
 *
 * @throws ProductError `access.notAllowed`, `segmentation.notFound`, `segmentation.changed` for one that was saved before,
 * `segmentation.noSuchCluster`
 */
export async function saveSegmentation(
  viewer: Viewer,
  sources: AccountSources,
  request: SaveSegmentation & { readonly onOtherRun: (transaction: Database) => Promise<unknown> },
): Promise<SavedSegmentation> {
  authorise(viewer, ['administrator', 'analyst'])
  const { database } = sources
  const { id, name, note } = request
  const { row, clusters } = await visibleSegmentation(viewer, database, id)
  const current = await runNamed(database)
  const names = new Map(request.clusters.map(({ cluster, name: given }) => [cluster, given]))
  for (const cluster of names.keys()) {
    if (!clusters.some((known) => known.cluster === cluster)) {
      throw new ProductError('segmentation.noSuchCluster', { cluster })
    }
  }
  const named = clusters.map(({ cluster, name: proposed }) => ({ cluster, name: names.get(cluster) ?? proposed }))
  await database.transaction().execute(async (transaction) => {
    // One after the other, so that two who save at once get two versions.
    const saved = await transaction
      .selectFrom('segmentation')
      .select(['id', 'version', 'saved_at'])
      .where((where) => where.or([where('name', '=', name), where('id', '=', id)]))
      .orderBy('id')
      .forUpdate()
      .execute()
    if (saved.some((one) => one.id === id && one.saved_at !== null)) throw new ProductError('segmentation.changed')
    const version = 1 + saved.reduce((most, one) => Math.max(most, one.version ?? 0), 0)
    await transaction
      .updateTable('segmentation')
      .set({ name, version, note, clusters: JSON.stringify(named), saved_at: new Date() })
      .where('id', '=', id)
      .execute()
    await recordAudit(transaction, {
      viewer,
      action: 'segmentation.saved',
      subject: `segmentation:${id}`,
      details: { name, version, clusters: named.map((cluster) => cluster.name) },
    })
    if (current.run_id !== row.run_id) await request.onOtherRun(transaction)
  })
  const { segmentations } = await listSegmentations(viewer, sources)
  const shown = segmentations.find((one) => one.id === id)
  if (shown === undefined) throw new ProductError('segmentation.notFound')
  return shown
}

/**
 * Takes a segmentation out of use: it is no filter any more, and later runs do not go by it. What it said stays.
 *
 * @throws ProductError `access.notAllowed`, `segmentation.notFound`
 */
export async function retireSegmentation(viewer: Viewer, database: Database, id: string): Promise<{ done: true }> {
  const { row } = await visibleSegmentation(viewer, database, id)
  if (row.saved_at === null) throw new ProductError('segmentation.notFound')
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('segmentation').set({ retired_at: new Date() }).where('id', '=', id).execute()
    const details = { name: row.name, version: row.version }
    await recordAudit(transaction, { viewer, action: 'segmentation.retired', subject: `segmentation:${id}`, details })
  })
  return { done: true }
}
