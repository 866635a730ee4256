import { randomUUID } from 'node:crypto'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { runNamed } from '../../accounts/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { currentMembershipSequence } from '../../identity/index.ts'
import { backtestSelection, keptModel, knownFigures, ratingsBefore, versionParts } from '../../selection/index.ts'
import type { BacktestInput } from '../job-inputs.ts'
import { endJob } from '../queue/job-life.ts'
import type { JobSurroundings } from './job-surroundings.ts'

/** Tests a model on the past of what everybody sees now, and keeps what came of it. */
export async function makeBacktest(input: BacktestInput, around: JobSurroundings): Promise<Job['result']> {
  const { warehouse, database, viewer, jobId, progress, signal } = around
  const run = await runNamed(database)
  const model = await modelOf(input.model, around)
  const challenger = input.challenger === undefined ? undefined : await modelOf(input.challenger, around)
  const models = challenger === undefined ? [model] : [model, challenger]
  const known = { models, path: undefined, today: run.as_of, author: '', before: run.as_of, isKept: false }
  const result = await backtestSelection(warehouse, {
    imports: run.imports,
    membershipSequence: await currentMembershipSequence(warehouse),
    asOf: run.as_of,
    model,
    challenger,
    ratings: await ratingsBefore(database, run.as_of),
    figures: await knownFigures(database, known),
    top: input.top,
    wording: { locale: viewer.locale, currency: run.currency },
    onOrigin: () => {
      signal.throwIfAborted()
      progress({ step: 'backtest', done: null, rows: null })
    },
  })
  signal.throwIfAborted()
  const id = randomUUID()
  const kept = result === null ? null : JSON.stringify(result)
  const row = { id, model: input.model, challenger: input.challenger ?? null, made_by: viewer.name, result: kept }
  return database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('selection_backtest')
      .values({ ...row, locale: viewer.locale })
      .execute()
    const ended = { backtestId: id }
    await endJob(transaction, jobId, { state: 'done', result: ended })
    await recordAudit(transaction, {
      viewer,
      action: 'backtest.made',
      subject: `backtest:${id}`,
      details: { ...input },
    })
    return ended
  })
}

async function modelOf(id: string, { database }: JobSurroundings): Promise<SelectionModel> {
  const found = await keptModel(database, versionParts(id))
  if (found === undefined) throw new ProductError('model.notFound', { model: id, models: '' })
  return found
}
