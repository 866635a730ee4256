import type { TrialRequest } from '@vitalfew/contract/api/segments.ts'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import type { Viewer } from '../../access/index.ts'
import type { PublishedRun } from '../../accounts/index.ts'
import type { SavedModel } from '../saved/saved-model.ts'
import { type Database, profitFeatures } from './profit-features.ts'

export interface KeptTrial {
  readonly id: string
  readonly run: PublishedRun
  readonly viewer: Viewer
  readonly request: TrialRequest
  readonly model: SavedModel
  readonly found: { readonly segmentation: Segmentation; readonly keys: readonly string[] }
}

/** Writes a trial down, and that its accounts stand in the warehouse. Doing it twice leaves one. */
export async function keepTrial(transaction: Database, trial: KeptTrial): Promise<void> {
  const { id, run, viewer, request, model, found } = trial
  const { features, accounts, leftOut } = found.segmentation
  const profit = profitFeatures(run)
  await transaction
    .insertInto('segmentation')
    .values({
      id,
      run_id: run.run_id,
      as_of: run.as_of,
      currency: run.currency,
      request: JSON.stringify(request),
      found: JSON.stringify(found),
      model: JSON.stringify(model),
      tells_of_profit: features.some(({ name }) => profit.has(name)),
      person_id: viewer.userId,
      person_name: viewer.name,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await transaction
    .insertInto('segment_assignment')
    .values({ segmentation_id: id, run_id: run.run_id, as_of: run.as_of, way: 'fitted', accounts, left_out: leftOut })
    .onConflict((conflict) => conflict.columns(['segmentation_id', 'run_id']).doNothing())
    .execute()
}
