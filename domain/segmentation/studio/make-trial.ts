import { Segmentation } from '@vitalfew/contract/segmentation.ts'
import type { TrialRequest } from '@vitalfew/contract/api/segments.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { type AccountSources, type PublishedRun, runNamed } from '../../accounts/index.ts'
import { fullEffort } from '../effort.ts'
import { nameAccounts, shownAccounts } from '../name-accounts.ts'
import { type SegmentAccounts, segmentAccounts } from '../segment-accounts.ts'
import { writeSegments } from '../saved/account-segment.query.ts'
import { fitModel } from '../saved/fit-model.ts'
import { readAssignment } from '../saved/read-assignment.ts'
import { keepTrial, type KeptTrial } from './keep-trial.ts'
import { accountTitlesOf } from '../table/metrics-table.ts'
import { type Database, profitFeatures } from './profit-features.ts'
import { studioTable } from './studio-table.ts'

export interface MakeTrial {
  /** The id of the segmentation to be; doing the same twice leaves one. */
  readonly id: string
  readonly request: TrialRequest
  /** Told what is being done, and how far it is, from 0 to 1; null where that is not known. */
  readonly onStep: (step: 'segments' | 'writing', done: number | null) => void
}

/**
 * Groups the accounts of the current run and writes which account is where; `keep` writes down that it is there, within
 * the transaction of the caller.
 *
 * @throws ProductError `access.notAllowed`, `run.none`, `accounts.fieldHidden`, `segmentation.*`
 */
export async function makeTrial(viewer: Viewer, sources: AccountSources, trial: MakeTrial) {
  authorise(viewer, ['administrator', 'analyst'])
  const { warehouse, database } = sources
  const { id, request, onStep } = trial
  const run = await runNamed(database)
  refuseProfit(viewer, { run, features: request.features })
  onStep('segments', null)
  const { table, features } = await studioTable(warehouse, { run, ...request, locale: viewer.locale })
  const earlier = request.earlier === undefined ? null : await readAssignment(viewer, sources, request.earlier)
  const { transform, scale, missing, method, distance, clusters, umap, seed } = request
  const asked: SegmentAccounts = {
    features,
    transform,
    scale,
    missing,
    method,
    seed,
    earlier,
    distance,
    ks: Array.from({ length: clusters.to - clusters.from + 1 }, (_, i) => clusters.from + i),
    locale: viewer.locale,
    effort: { ...fullEffort, umap },
    onDone: (done) => onStep('segments', 0.1 + 0.8 * done),
  }
  const found = segmentAccounts(table, asked)
  const model = fitModel(table, { request: asked, clusters: found.clusters })
  onStep('writing', 0.9)
  await writeSegments(warehouse, {
    segmentation: id,
    runId: run.run_id,
    keys: found.accounts,
    clusters: found.clusters,
  })
  const titles = await accountTitlesOf(warehouse, { runId: run.run_id, keys: shownAccounts(found) })
  const told = Segmentation.parse(nameAccounts(found, titles).segmentation)
  const kept: KeptTrial = {
    id,
    run,
    viewer,
    request,
    model,
    found: { segmentation: told, keys: found.segmentation.projection.accounts },
  }
  return { keep: (transaction: Database): Promise<void> => keepTrial(transaction, kept) }
}

/** @throws ProductError `accounts.fieldHidden` for a feature that tells what the viewer may not see */
export function refuseProfit(
  viewer: Viewer,
  { run, features }: { readonly run: PublishedRun; readonly features: readonly string[] },
): void {
  if (!viewer.hidden.has('profit')) return
  const secret = profitFeatures(run)
  for (const field of features) if (secret.has(field)) throw new ProductError('accounts.fieldHidden', { field })
}
