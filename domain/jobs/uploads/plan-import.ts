import type { ImportPlan, ReadingOfFile } from '@vitalfew/contract/api/imports.ts'
import { isDeepStrictEqual } from 'node:util'
import { authorise, type Viewer } from '../../access/index.ts'
import type { AccountSources } from '../../accounts/index.ts'
import { type FilePreview, importHistory } from '../../imports/index.ts'
import { uploadedFile } from './uploaded-file.ts'

/** Looks at a file away from the server's own thread. */
export type PreviewFile = (path: string, reading: ReadingOfFile) => Promise<FilePreview>

/**
 * How an upload would be read and what would become of its rows; nothing is written.
 *
 * @throws ProductError `access.notAllowed`, `upload.notFound`, `input.*`, `mapping.*`, `import.fixColumn`
 */
export async function planImport(
  viewer: Viewer,
  sources: AccountSources & { readonly uploadsDirectory: string; readonly previewFile: PreviewFile },
  reading: ReadingOfFile,
): Promise<ImportPlan> {
  authorise(viewer, ['administrator', 'analyst'])
  const { warehouse, database, previewFile } = sources
  const path = await uploadedFile({ ...sources, viewer }, reading.uploadId)
  const [preview, history, upload] = await Promise.all([
    previewFile(path, reading),
    importHistory(warehouse),
    database.selectFrom('upload').select('sha256').where('id', '=', reading.uploadId).executeTakeFirst(),
  ])
  const same = history.find(({ state, sha256 }) => state === 'committed' && sha256 === upload?.sha256)
  return {
    ...preview,
    sameAs:
      same === undefined
        ? null
        : {
            importId: same.id,
            file: same.file,
            isReadAlike:
              same.summary.sheet === preview.sheet &&
              isDeepStrictEqual(same.summary.mapping, preview.mapping) &&
              isDeepStrictEqual(same.summary.fixes ?? [], reading.fixes ?? []),
          },
  }
}
