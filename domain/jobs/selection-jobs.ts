import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { authorise, type Viewer } from '../access/index.ts'
import { type AccountSources, runNamed } from '../accounts/index.ts'
import { findVersion, keepUnused } from '../selection/index.ts'
import { enqueueJob } from './enqueue-job.ts'
import type { BacktestInput } from './job-inputs.ts'

interface Sources {
  readonly database: AccountSources['database']
  /** The models that come along. */
  readonly ready: readonly SelectionModel[]
}

/**
 * Asks for a model to be tested on the past, beside a challenger where there is one.
 *
 * @throws ProductError `run.none`, `model.notFound`, `backtest.sameModel`
 */
export async function startBacktest(viewer: Viewer, { database, ready }: Sources, input: BacktestInput) {
  authorise(viewer, ['administrator', 'analyst'])
  if (input.model === input.challenger) throw new ProductError('backtest.sameModel')
  await runNamed(database)
  await keepForJob({ database, ready }, input.model)
  if (input.challenger !== undefined) await keepForJob({ database, ready }, input.challenger)
  const against = input.challenger === undefined ? '' : ` : ${input.challenger}`
  const title = translator(viewer.locale)('jobs.title.backtest', { models: `${input.model}${against}` })
  return enqueueJob(viewer, database, { kind: 'backtest', title, input })
}

/**
 * A job finds the versions of models in the store: one that comes along is put there.
 *
 * @throws ProductError `model.notFound`
 */
export async function keepForJob({ database, ready }: Sources, id: string): Promise<void> {
  await keepUnused(database, await findVersion(database, { id, ready }))
}
