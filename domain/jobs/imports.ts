import { CellFix, type ImportEntry, type ReadingOfFile } from '@vitalfew/contract/api/imports.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { z } from 'zod'
import { authorise, type Viewer } from '../access/index.ts'
import type { AccountSources } from '../accounts/index.ts'
import { changeableImport, importHistory, type ImportState } from '../imports/index.ts'
import { addJob, enqueueJob } from './enqueue-job.ts'
import { uploadedFile } from './uploads/uploaded-file.ts'

const stewards = ['administrator', 'analyst'] as const

/**
 * Asks for files to be taken in, all or none.
 *
 * @throws ProductError `access.notAllowed`, `upload.notFound`
 */
export async function startImport(
  viewer: Viewer,
  sources: AccountSources & { readonly uploadsDirectory: string },
  { files }: { readonly files: readonly ReadingOfFile[] },
): Promise<{ jobId: string }> {
  authorise(viewer, stewards)
  for (const { uploadId } of files) await uploadedFile({ ...sources, viewer }, uploadId)
  const ids = files.map(({ uploadId }) => uploadId)
  const uploads = await sources.database.selectFrom('upload').select('file').where('id', 'in', ids).execute()
  const title = uploads.map(({ file }) => file).join(', ')
  return enqueueJob(viewer, sources.database, { kind: 'import', title, input: { files: [...files] } })
}

/** Asks for the sample company to be taken in and analysed. */
export async function startSample(
  viewer: Viewer,
  { database }: Pick<AccountSources, 'database'>,
  { locale = viewer.locale }: { readonly locale?: Locale | undefined } = {},
): Promise<{ jobId: string }> {
  authorise(viewer, stewards)
  const title = translator(viewer.locale)('jobs.title.sample')
  return enqueueJob(viewer, database, { kind: 'sample', title, input: { locale } })
}

/**
 * Asks for an import to be taken out of every figure, or put back; a run does it and shows what that comes to.
 *
 * @throws ProductError `access.notAllowed`, `import.notFound`, `import.notCurrent`, `import.notUndone`, `import.twice`
 */
export async function changeImport(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  change: { readonly importId: number; readonly action: 'withdraw' | 'restore' },
): Promise<{ jobId: string }> {
  authorise(viewer, stewards)
  const { file } = await changeableImport(warehouse, change)
  const t = translator(viewer.locale)
  const title = change.action === 'withdraw' ? t('jobs.title.undo', { file }) : t('jobs.title.redo', { file })
  return database
    .transaction()
    .execute((transaction) => addJob(viewer, transaction, { kind: 'run', title, input: { change } }))
}

const Kept = z.object({ fixes: z.array(CellFix).optional() })

/** Every import there ever was, the newest first, and who brought it. */
export async function listImports(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ rows: ImportEntry[]; total: number }> {
  authorise(viewer, stewards)
  const history = await importHistory(warehouse)
  const shown = history.slice((page - 1) * pageSize, page * pageSize)
  const ids = shown.map(({ id }) => id)
  const records =
    ids.length === 0
      ? []
      : await database.selectFrom('import_record').selectAll().where('import_id', 'in', ids).execute()
  const byImport = new Map(records.map((record) => [record.import_id, record]))
  const current = new Set(history.filter(({ state }) => state === 'committed').map(({ sha256 }) => sha256))
  const rows = shown.map((entry) => {
    const record = byImport.get(entry.id)
    return {
      ...stateOf(entry),
      importedBy: record?.person_name ?? '',
      fixes: Kept.parse(record?.reading ?? {}).fixes ?? entry.summary.fixes ?? [],
      hasRejectedFile: record?.has_rejected_file ?? false,
      canUndo: entry.state === 'committed',
      canRedo: entry.state === 'withdrawn' && entry.cause === 0 && !current.has(entry.sha256),
    }
  })
  return { rows, total: history.length }
}

const states = { committed: 'current', undone: 'replaced', withdrawn: 'undone' } as const

function stateOf({ id, file, state, cause, committedAt, changedAt, summary }: ImportState) {
  return {
    id,
    file,
    state: state === 'withdrawn' && cause !== 0 ? ('replaced' as const) : states[state],
    at: new Date(committedAt).toISOString(),
    undoneAt: state === 'committed' ? null : new Date(changedAt).toISOString(),
    summary,
  }
}
