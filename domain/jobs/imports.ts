import { CellFix, type ImportEntry, StartImport } from '@vitalfew/contract/api/imports.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { z } from 'zod'
import { authorise, type Viewer } from '../access/index.ts'
import type { AccountSources } from '../accounts/index.ts'
import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import { changeableImport, driftSinceLast, fileHistory, type FileImport } from '../imports/index.ts'
import { addJob, enqueueJob } from './enqueue-job.ts'
import { uploadedFile } from './uploads/uploaded-file.ts'

const stewards = ['administrator', 'analyst'] as const

/**
 * Asks for files of one kind to be taken in, all or none; or to find out what that would come to.
 *
 * @throws ProductError `access.notAllowed`, `upload.notFound`
 */
export async function startImport(
  viewer: Viewer,
  sources: AccountSources & { readonly uploadsDirectory: string },
  given: z.input<typeof StartImport>,
): Promise<{ jobId: string }> {
  authorise(viewer, stewards)
  const input = StartImport.parse(given)
  const { files, isPreview } = input
  for (const { uploadId } of files) await uploadedFile({ ...sources, viewer }, uploadId)
  const ids = files.map(({ uploadId }) => uploadId)
  const uploads = await sources.database.selectFrom('upload').select('file').where('id', 'in', ids).execute()
  const names = uploads.map(({ file }) => file).join(', ')
  const title = isPreview === true ? translator(viewer.locale)('jobs.title.preview', { file: names }) : names
  return enqueueJob(viewer, sources.database, { kind: 'import', title, input })
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
  {
    page,
    pageSize,
    kind,
  }: { readonly page: number; readonly pageSize: number; readonly kind?: ImportKind | undefined },
): Promise<{ rows: ImportEntry[]; total: number }> {
  authorise(viewer, stewards)
  const all = await fileHistory(warehouse)
  const history = kind === undefined ? all : all.filter((entry) => entry.kind === kind)
  const shown = history.slice((page - 1) * pageSize, page * pageSize)
  const ids = shown.map(({ id }) => id)
  const records =
    ids.length === 0
      ? []
      : await database.selectFrom('import_record').selectAll().where('import_id', 'in', ids).execute()
  const byImport = new Map(records.map((record) => [record.import_id, record]))
  const current = new Set(
    all.filter(({ state }) => state === 'committed').map((entry) => `${entry.kind} ${entry.sha256}`),
  )
  const rows = shown.map((entry) => {
    const record = byImport.get(entry.id)
    return {
      ...stateOf(entry),
      drift: driftSinceLast(all, entry),
      importedBy: record?.person_name ?? '',
      fixes: Kept.parse(record?.reading ?? {}).fixes ?? entry.summary.fixes ?? [],
      hasRejectedFile: record?.has_rejected_file ?? false,
      canUndo: entry.state === 'committed',
      canRedo: entry.state === 'withdrawn' && entry.cause === 0 && !current.has(`${entry.kind} ${entry.sha256}`),
    }
  })
  return { rows, total: history.length }
}

const states = { committed: 'current', undone: 'replaced', withdrawn: 'undone' } as const

function stateOf({ id, kind, source, file, state, cause, committedAt, changedAt, summary, detail }: FileImport) {
  return {
    id,
    kind,
    source,
    file,
    extent: detail?.extent ?? null,
    state: state === 'withdrawn' && cause !== 0 ? ('replaced' as const) : states[state],
    at: new Date(committedAt).toISOString(),
    undoneAt: state === 'committed' ? null : new Date(changedAt).toISOString(),
    summary,
  }
}
