import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { spellNames } from '../../accounts/index.ts'
import { type CompletedRun, runAnalysis } from '../../analysis-runs/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { currentMembershipSequence } from '../../identity/index.ts'
import { currentSalesImports, restoreImport, withdrawImport } from '../../imports/index.ts'
import { defaultModel, keepModelVersion, overridesOf, ratingsBefore } from '../../selection/index.ts'
import { RunInput } from '../job-inputs.ts'
import { endJob } from '../queue/job-life.ts'
import type { JobSurroundings } from './job-surroundings.ts'

/** Analyses what is there and shows it to everybody. What a run is not told, it takes from the run before. */
export async function makeRun(input: RunInput, around: JobSurroundings): Promise<Job['result']> {
  const { warehouse, progress, signal } = around
  if (input.change !== undefined) await changeImports(input.change, around)
  const imports = await currentSalesImports(warehouse)
  if (imports.length === 0 && input.change !== undefined) return showNothing(around)
  const settings = await settingsOf(input, around)
  const completed = await runAnalysis(warehouse, {
    imports,
    membershipSequence: await currentMembershipSequence(warehouse),
    today: around.today,
    model: defaultModel,
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
  return publish({ completed, imports: imports.map(({ id }) => id) }, around)
}

async function changeImports(
  { importId, action }: NonNullable<RunInput['change']>,
  { warehouse }: JobSurroundings,
): Promise<void> {
  await (action === 'withdraw' ? withdrawImport(warehouse, importId) : restoreImport(warehouse, importId))
}

/** What was last asked for counts until something else is. */
async function settingsOf(input: RunInput, { database, viewer }: JobSurroundings) {
  const last = await database
    .selectFrom('published_run')
    .selectAll()
    .where('run_id', '!=', '')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const currency = input.currency ?? (await currencyAskedFor(database, last?.job_id ?? null))
  const lastCuts: [number, number] = last === undefined ? [0.8, 0.95] : [last.first_cut, last.second_cut]
  return {
    measure: input.measure ?? last?.measure ?? ('netRevenue' as const),
    cuts: input.abcCuts ?? lastCuts,
    locale: viewer.locale,
    ...(input.asOf === undefined ? {} : { asOf: input.asOf }),
    ...(currency === undefined ? {} : { currency }),
  }
}

/** The currency that a person named; one that was read off the data is read off it again. */
async function currencyAskedFor(database: JobSurroundings['database'], jobId: string | null) {
  if (jobId === null) return undefined
  const job = await database.selectFrom('job').select('input').where('id', '=', jobId).executeTakeFirst()
  return RunInput.partial().safeParse(job?.input).data?.currency
}

/** Scores and decisions of people, as far as the run may know them. */
async function givenByPeople(
  { database }: JobSurroundings,
  { asOf, locale, currency = '' }: { asOf?: string; locale: JobSurroundings['viewer']['locale']; currency?: string },
) {
  await keepModelVersion(database, defaultModel, { locale, currency })
  const ids = new Set(defaultModel.criteria.map(({ id }) => id))
  const ratings = (await ratingsBefore(database, asOf)).filter(({ criterion }) => ids.has(criterion))
  return { ratings, overrides: await overridesOf(database, defaultModel.name) }
}

async function publish(
  { completed, imports }: { readonly completed: CompletedRun; readonly imports: readonly number[] },
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
        membership_sequence: 0,
        product: run.run.product,
        job_id: jobId,
        completed_at: new Date(),
      })
      .execute()
    await endJob(transaction, jobId, { state: 'done', result })
    await recordAudit(transaction, { viewer, action: 'run.published', subject: `run:${runId}`, details: { imports } })
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
