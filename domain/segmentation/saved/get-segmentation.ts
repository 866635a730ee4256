import type { AccountField } from '@vitalfew/contract/api/account-filter.ts'
import type { SegmentationDetail } from '@vitalfew/contract/api/segments.ts'
import type { Viewer } from '../../access/index.ts'
import { type AccountSources, figuresOfAccounts, runNamed } from '../../accounts/index.ts'
import { assignmentsOf } from './assignments.ts'
import { SavedModel } from './saved-model.ts'
import { visibleSegmentation } from './visible-segmentation.ts'

/**
 * One segmentation in full: a trial, or one that was saved.
 *
 * @throws ProductError `access.notAllowed`, `segmentation.notFound`, `run.none`
 */
export async function getSegmentation(
  viewer: Viewer,
  { database }: Pick<AccountSources, 'database'>,
  id: string,
): Promise<SegmentationDetail> {
  const { row, segmentation, keys, request, clusters } = await visibleSegmentation(viewer, database, id)
  const [assignments, current] = await Promise.all([assignmentsOf(database, id), runNamed(database)])
  const { name, version, note, saved_at: savedAt, retired_at: retiredAt } = row
  const isSaved = name !== null && version !== null && savedAt !== null
  return {
    id,
    saved: isSaved
      ? { name, version, note, savedAt: savedAt.toISOString(), isRetired: retiredAt !== null, clusters }
      : null,
    author: row.person_name,
    madeAt: row.made_at.toISOString(),
    run: { id: row.run_id, asOf: row.as_of, currency: row.currency },
    request,
    segmentation,
    keys,
    agreement: SavedModel.parse(row.model).agreement,
    assignments: assignments.map(({ run_id: runId, as_of: asOf, way, accounts, left_out: leftOut }) => ({
      runId,
      asOf,
      isCurrent: runId === current.run_id,
      way,
      accounts,
      leftOut,
    })),
  }
}

/**
 * A field of the accounts that a segmentation shows, in their order, as it was in its run: to colour them by.
 *
 * @throws ProductError as {@link getSegmentation}, `accounts.fieldHidden`, `accounts.filterValue`
 */
export async function segmentationFigures(
  viewer: Viewer,
  sources: AccountSources,
  { id, field }: { readonly id: string; readonly field: AccountField },
): Promise<{ values: (number | string | null)[] }> {
  const { row, keys } = await visibleSegmentation(viewer, sources.database, id)
  return { values: await figuresOfAccounts(viewer, sources, { run: row.run_id, keys, field }) }
}
