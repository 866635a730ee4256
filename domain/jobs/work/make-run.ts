import type { Job } from '@vitalfew/contract/api/jobs.ts'
import type { AccountLevel } from '@vitalfew/contract/identity.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { spellNames } from '../../accounts/index.ts'
import { type CompletedRun, runAnalysis } from '../../analysis-runs/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { applySteps, changeQuality } from '../../data-quality/index.ts'
import { membershipOfLevel } from '../../identity/index.ts'
import { currentSalesImports, restoreImport, withdrawImport } from '../../imports/index.ts'
import {
  defaultModel,
  keepModelVersion,
  keptModel,
  knownFigures,
  overridesOf,
  ratingsBefore,
  versionParts,
} from '../../selection/index.ts'
import { readSettings } from '../../settings/index.ts'
import { segmentationsInUse } from '../../segmentation/index.ts'
import { RunInput } from '../job-inputs.ts'
import { askForSegments } from '../segments.ts'
import { endJob } from '../queue/job-life.ts'
import type { JobSurroundings } from './job-surroundings.ts'
import { statedCurrencies } from './stated-currencies.query.ts'

/** Analyses what is there and shows it to everybody. What a run is not told, it takes from the run before. */
export async function makeRun(input: RunInput, around: JobSurroundings): Promise<Job['result']> {
  const { warehouse, progress, signal } = around
  if (input.change !== undefined) await changeImports(input.change, around)
  await followSteps(input.quality, around)
  const imports = await currentSalesImports(warehouse)
  if (imports.length === 0 && input.change !== undefined) return showNothing(around)
  const level = input.level ?? 'account'
  const membershipSequence = await membershipOfLevel(around, level)
  const ids = imports.map(({ id }) => id)
  const settings = await settingsOf(input, around, { imports: ids })
  const completed = await runAnalysis(warehouse, {
    imports,
    membershipSequence,
    level,
    today: around.today,
    calendar: (await readSettings(around.database)).calendar,
    ...settings,
    ...(await givenByPeople(around, settings)),
    productVersion: around.productVersion,
    signal,
    onStep: (step) => {
      signal.throwIfAborted()
      progress({ step, done: null, rows: null })
    },
  })
  await spellNames(warehouse, { runId: completed.runId, signal })
  signal.throwIfAborted()
  return publish({ completed, imports: ids, membershipSequence, level }, around)
}

async function changeImports(
  { importId, action }: NonNullable<RunInput['change']>,
  { warehouse }: JobSurroundings,
): Promise<void> {
  await (action === 'withdraw' ? withdrawImport(warehouse, importId) : restoreImport(warehouse, importId))
}

/** What people decided about doubtful lines holds for new files too; an attempt that is repeated decides nothing twice. */
async function followSteps(
  quality: RunInput['quality'],
  { warehouse, viewer, jobId, today }: JobSurroundings,
): Promise<void> {
  if (quality === undefined) await applySteps(warehouse, today)
  else await changeQuality(warehouse, { asked: { ...quality, author: viewer.name, token: jobId }, today })
}

/** What was last asked for counts until something else is. */
async function settingsOf(input: RunInput, around: JobSurroundings, of: { readonly imports: readonly number[] }) {
  const { database, viewer } = around
  const last = await database
    .selectFrom('published_run')
    .selectAll()
    .where('run_id', '!=', '')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const asked = input.currency ?? (await currencyAskedFor(database, last?.job_id ?? null))
  const currency = asked ?? (await currencyOfWorkspace(around, of.imports))
  const lastCuts: [number, number] = last === undefined ? [0.8, 0.95] : [last.first_cut, last.second_cut]
  return {
    model: await modelOf(input.model ?? last?.model.replace(' ', '@'), database),
    measure: input.measure ?? last?.measure ?? ('netRevenue' as const),
    cuts: input.abcCuts ?? lastCuts,
    locale: viewer.locale,
    ...(input.asOf === undefined ? {} : { asOf: input.asOf }),
    ...(currency === undefined ? {} : { currency }),
  }
}

/** A version that is kept; of the default model the one that comes along, unless another was asked for. */
async function modelOf(id: string | undefined, database: JobSurroundings['database']): Promise<SelectionModel> {
  if (id === undefined || versionParts(id).name === defaultModel.name) return defaultModel
  return (await keptModel(database, versionParts(id))) ?? defaultModel
}

/** The currency that a person named; one that was read off the data is read off it again. */
async function currencyAskedFor(database: JobSurroundings['database'], jobId: string | null) {
  if (jobId === null) return undefined
  const job = await database.selectFrom('job').select('input').where('id', '=', jobId).executeTakeFirst()
  return RunInput.partial().safeParse(job?.input).data?.currency
}

/** Sales that name a currency are in that one; the workspace's is for those that name none. */
async function currencyOfWorkspace({ warehouse, database }: JobSurroundings, imports: readonly number[]) {
  const { currency } = await readSettings(database)
  if (currency === null) return undefined
  const stated = await warehouse.rows(statedCurrencies, { imports: [...imports] })
  return stated.length === 0 ? currency : undefined
}

/** Scores and decisions of people, as far as the run may know them. */
async function givenByPeople(
  { database }: JobSurroundings,
  { model, asOf, locale, currency = '' }: Awaited<ReturnType<typeof settingsOf>>,
) {
  await keepModelVersion(database, model, { locale, currency })
  const ids = new Set(model.criteria.map(({ id }) => id))
  const ratings = (await ratingsBefore(database, asOf)).filter(({ criterion }) => ids.has(criterion))
  const asked = { models: [model], path: undefined, today: '', author: '', before: asOf, isKept: false }
  const tiers = new Set(model.tiers.map(({ id }) => id))
  // A tier that a later version of the model no longer has is nobody's.
  const overrides = (await overridesOf(database, model.name)).filter(({ tier }) => tiers.has(tier))
  return { ratings, overrides, figures: await knownFigures(database, asked) }
}

async function publish(
  {
    completed,
    imports,
    membershipSequence,
    level,
  }: {
    readonly completed: CompletedRun
    readonly imports: readonly number[]
    readonly membershipSequence: number
    readonly level: AccountLevel
  },
  { database, viewer, jobId }: JobSurroundings,
): Promise<Job['result']> {
  const { run, runId } = completed
  const { parameters } = run.run
  const result = { runId }
  return database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('published_run')
      .values({
        run_id: runId,
        as_of: run.run.asOf,
        currency: run.run.currency,
        measure: parameters.measure,
        first_cut: parameters.abcCuts[0],
        second_cut: parameters.abcCuts[1],
        model: parameters.model,
        value_basis: run.value?.basis ?? 'purchases',
        accounts: run.totals.accounts,
        net_revenue: run.totals.netRevenue,
        imports: [...imports],
        membership_sequence: membershipSequence,
        product: run.run.product,
        job_id: jobId,
        completed_at: new Date(),
      })
      .execute()
    await endJob(transaction, jobId, { state: 'done', result })
    // Segmentations are of accounts.
    if (level === 'account' && (await segmentationsInUse(transaction)).length > 0)
      await askForSegments(viewer, transaction)
    await recordAudit(transaction, {
      viewer,
      action: 'run.published',
      subject: `run:${runId}`,
      details: { imports, level },
    })
    return result
  })
}

/** When the last import is taken out there is nothing to show: the pages are as before the first one. */
async function showNothing({ database, viewer, jobId, productVersion }: JobSurroundings): Promise<Job['result']> {
  return database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('published_run')
      .values({
        run_id: '',
        as_of: '1970-01-01',
        currency: '',
        measure: 'netRevenue',
        first_cut: 0.8,
        second_cut: 0.95,
        model: '',
        value_basis: 'purchases',
        accounts: 0,
        net_revenue: 0,
        imports: [],
        membership_sequence: 0,
        product: productVersion,
        job_id: jobId,
        completed_at: new Date(),
      })
      .execute()
    await endJob(transaction, jobId, { state: 'done', result: {} })
    await recordAudit(transaction, { viewer, action: 'run.withdrawn', subject: `job:${jobId}` })
    return {}
  })
}
