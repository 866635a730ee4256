import type { ExportEntry } from '@vitalfew/contract/api/exports.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { profitMeasures } from '@vitalfew/contract/run.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { authorise, type Viewer } from '../access/index.ts'
import { type AccountSources, hiddenAccountFields, runSeenBy } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { enqueueJob } from './enqueue-job.ts'
import type { ExportInput, RunInput } from './job-inputs.ts'
import { keepForJob } from './selection-jobs.ts'
import { exportPath } from './uploads/upload-paths.ts'

type Database = AccountSources['database']

/**
 * Asks for everything that is there to be analysed.
 *
 * @throws ProductError `access.notAllowed`, `accounts.fieldHidden`, `model.notFound`
 */
export async function startRun(
  viewer: Viewer,
  { database, ready }: { readonly database: Database; readonly ready: readonly SelectionModel[] },
  input: Omit<RunInput, 'change'>,
) {
  authorise(viewer, ['administrator', 'analyst'])
  if (input.measure !== undefined && profitMeasures.has(input.measure) && viewer.hidden.has('profit')) {
    throw new ProductError('accounts.fieldHidden', { field: input.measure })
  }
  if (input.model !== undefined) await keepForJob({ database, ready }, input.model)
  const title = translator(viewer.locale)('jobs.title.run')
  return enqueueJob(viewer, database, { kind: 'run', title, input })
}

/**
 * Asks for accounts to be written to a file.
 *
 * @throws ProductError `run.none`, `run.notFound`, `accounts.fieldHidden` where it would be sorted by something hidden
 */
export async function startExport(viewer: Viewer, database: Database, input: ExportInput) {
  const run = await runSeenBy(viewer, database, input.run)
  const hidden = hiddenAccountFields(viewer, run)
  for (const { field } of input.sort) if (hidden.has(field)) throw new ProductError('accounts.fieldHidden', { field })
  const title = `${translator(viewer.locale)('accounts.exportFile')}.${input.format}`
  // The run is named, so that the file is of what the person saw.
  return enqueueJob(viewer, database, { kind: 'export', title, input: { ...input, run: run.run_id } })
}

/** The exports of a person that are still kept, the newest first. */
export async function listExports(viewer: Viewer, database: Database, page: { page: number; pageSize: number }) {
  const own = database
    .selectFrom('export_file')
    .where('person_id', '=', viewer.userId)
    .where('expires_at', '>', new Date())
  const [rows, counted] = await Promise.all([
    own
      .selectAll()
      .orderBy('made_at', 'desc')
      .limit(page.pageSize)
      .offset((page.page - 1) * page.pageSize)
      .execute(),
    own.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const entries = rows.map(({ id, file, format, accounts, bytes, made_at, expires_at }): ExportEntry => ({
    id,
    file,
    format,
    accounts,
    bytes,
    madeAt: made_at.toISOString(),
    expiresAt: expires_at.toISOString(),
  }))
  return { rows: entries, total: counted.total }
}

/**
 * Where an export of a person lies. That it was fetched is written down.
 *
 * @throws ProductError `export.notFound` for one that is gone, or somebody else's
 */
export async function fetchExport(
  viewer: Viewer,
  { database, uploadsDirectory }: { readonly database: Database; readonly uploadsDirectory: string },
  id: string,
): Promise<{ path: string; file: string; bytes: number }> {
  return database.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('export_file')
      .selectAll()
      .where('id', '=', id)
      .where('person_id', '=', viewer.userId)
      .where('expires_at', '>', new Date())
      .executeTakeFirst()
    if (found === undefined) throw new ProductError('export.notFound')
    await recordAudit(transaction, { viewer, action: 'export.fetched', subject: `export:${id}` })
    return { path: exportPath(uploadsDirectory, found), file: found.file, bytes: found.bytes }
  })
}

/**
 * Where the rows lie that were left out of an import.
 *
 * @throws ProductError `access.notAllowed`, `import.notFound`
 */
export async function rejectedRows(
  viewer: Viewer,
  { database }: Pick<AccountSources, 'database'>,
  importId: number,
): Promise<void> {
  authorise(viewer, ['administrator', 'analyst'])
  const found = await database
    .selectFrom('import_record')
    .select('has_rejected_file')
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (found?.has_rejected_file !== true) throw new ProductError('import.notFound', { import: importId })
}
