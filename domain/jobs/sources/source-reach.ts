import { realpath } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'

/** What whoever runs the server lets it fetch from on behalf of those who use it. */
export interface SourceReach {
  /** Hosts of its own network; `*` for all. Others need no leave. */
  readonly hosts: readonly string[]
  /** Folders in which, or below which, files may be watched for. */
  readonly folders: readonly string[]
  /** Secrets that addresses may name. */
  readonly secretOf: (variable: string) => string | undefined
  readonly secretFile: (path: string) => string | undefined
}

/**
 * Where a folder really lies, links followed, if the server may read it.
 *
 * @throws ProductError `origin.folderNotAllowed`
 */
export async function allowedFolder(folder: string, { folders }: SourceReach): Promise<string> {
  const place = await realpath(folder).catch(() => undefined)
  for (const root of folders) {
    const allowed = await realpath(root).catch(() => undefined)
    if (place !== undefined && allowed !== undefined && isWithin(place, allowed)) return place
  }
  throw new ProductError('origin.folderNotAllowed', { folder, folders: folders.join(', ') })
}

function isWithin(place: string, root: string): boolean {
  const way = relative(root, place)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}
