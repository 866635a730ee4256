import { type Measure, profitMeasures } from '@vitalfew/contract/run.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { refuseWithoutRows } from '../rows/refuse-without-rows.ts'
import { abcByCuts } from './abc-by-cuts.ts'
import { runNamed } from './published-runs.ts'

export interface PreviewAbc {
  readonly run: string
  readonly measure: Measure
  readonly cuts: readonly [number, number]
}

/**
 * What the ABC classes of a run would be by other cut-offs; nothing is written.
 *
 * @throws ProductError `access.notAllowed`, `accounts.fieldHidden` for profit that the viewer may not see
 */
export async function previewAbc(viewer: Viewer, { warehouse, database }: AccountSources, request: PreviewAbc) {
  authorise(viewer, ['administrator', 'analyst'])
  const { measure, cuts } = request
  if (profitMeasures.has(measure) && viewer.hidden.has('profit')) {
    throw new ProductError('accounts.fieldHidden', { field: measure })
  }
  const run = await runNamed(database, request.run)
  const preview = await abcByCuts(warehouse, { runId: run.run_id, measure, cuts })
  if (preview.borderline.length === 0) await refuseWithoutRows(warehouse, run)
  if (!profitMeasures.has(run.measure) || !viewer.hidden.has('profit')) return preview
  // The classes of a run by profit are kept from them, and so is who would leave theirs.
  return { ...preview, borderline: preview.borderline.map((row) => ({ ...row, abcClassNow: null })), moved: 0 }
}
