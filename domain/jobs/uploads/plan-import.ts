import type { ImportPlan, OriginOfFiles, ReadingOfFile } from '@vitalfew/contract/api/imports.ts'
import { isDeepStrictEqual } from 'node:util'
import { authorise, type Viewer } from '../../access/index.ts'
import type { AccountSources } from '../../accounts/index.ts'
import {
  fileHistory,
  type FilePreview,
  importedOf,
  type PreviewFile as PreviewRequest,
  rememberedSettings,
} from '../../imports/index.ts'
import { sourceNamed } from '../sources/kept-source.ts'
import { uploadedFile } from './uploaded-file.ts'

/** Looks at a file away from the server's own thread. */
export type PreviewFile = (request: PreviewRequest) => Promise<FilePreview>

/**
 * How an upload would be read and what would become of its rows; nothing is written. What is remembered of its source is how
 * it is read, where nobody says otherwise.
 *
 * @throws ProductError `access.notAllowed`, `upload.notFound`, `input.*`, `mapping.*`, `import.fixColumn`
 */
export async function planImport(
  viewer: Viewer,
  sources: AccountSources & { readonly uploadsDirectory: string; readonly previewFile: PreviewFile },
  reading: ReadingOfFile & Partial<OriginOfFiles>,
): Promise<ImportPlan> {
  authorise(viewer, ['administrator', 'analyst'])
  const { warehouse, database, previewFile } = sources
  const { kind = 'sales', source = '', mapping = {}, sheet, fixes, dropDuplicates } = reading
  const path = await uploadedFile({ ...sources, viewer }, reading.uploadId)
  const [memory, kept] = await Promise.all([
    importedOf(warehouse, { kind, name: source }),
    source === '' ? undefined : sourceNamed(database, { kind, name: source }),
  ])
  const remembered = kept === undefined || kept.settings === null ? memory : { settings: kept.settings }
  const given = Object.fromEntries(Object.entries(mapping).filter(([, header]) => header !== ''))
  const settings = rememberedSettings(remembered, {
    ...reading.settings,
    map: { ...reading.settings?.map, ...given },
    ...(sheet === undefined ? {} : { sheet }),
    ...(dropDuplicates === undefined ? {} : { dropDuplicates }),
  })
  const [preview, history, upload] = await Promise.all([
    previewFile({ path, kind, settings, fixes, memory }),
    fileHistory(warehouse),
    database.selectFrom('upload').select('sha256').where('id', '=', reading.uploadId).executeTakeFirst(),
  ])
  const same = history.find(
    (entry) => entry.state === 'committed' && entry.kind === kind && entry.sha256 === upload?.sha256,
  )
  const isReadAlike =
    same !== undefined &&
    same.summary.sheet === preview.sheet &&
    isDeepStrictEqual(same.summary.mapping, preview.mapping) &&
    isDeepStrictEqual(same.summary.fixes ?? [], reading.fixes ?? [])
  return { ...preview, sameAs: same === undefined ? null : { importId: same.id, file: same.file, isReadAlike } }
}
