import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { askForSource, sourceOfFolder } from './ask-for-source.ts'
import { type SourceKey, sourceNamed } from './kept-source.ts'
import type { SourceReach } from './source-reach.ts'

/**
 * Fetches from a source now; of a folder, whatever has come since the last time, a job for each file. Returns the first job.
 *
 * @throws ProductError `access.notAllowed`, `import.sourceNotFound`, `import.sourceNotConnected`, `import.nothingArrived`,
 * `origin.folderNotAllowed`
 */
export async function runSource(
  viewer: Viewer,
  { database, reach }: { readonly database: StoreClient['database']; readonly reach: SourceReach },
  {
    kind,
    name,
    ...how
  }: SourceKey & { readonly isPreview?: boolean | undefined; readonly acceptDrift?: boolean | undefined },
): Promise<{ jobId: string }> {
  authorise(viewer, ['administrator', 'analyst'])
  const source = await sourceNamed(database, { kind, name })
  if (source === undefined || source.isRemoved) throw new ProductError('import.sourceNotFound', { source: name })
  if (source.origin === null) throw new ProductError('import.sourceNotConnected', { source: name })
  // Whoever accepts what was refused means the files that were refused.
  const isAnew = how.acceptDrift === true || how.isPreview === true
  const files = await sourceOfFolder(isAnew ? { ...source, seen: {} } : source, reach)
  if (files?.length === 0 && source.origin.kind === 'folder') {
    throw new ProductError('import.nothingArrived', { folder: source.origin.folder })
  }
  const [jobId] = await database
    .transaction()
    .execute((transaction) => askForSource(transaction, { source, files, viewer, how }))
  return { jobId: jobId ?? '' }
}
