import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'

/** A file that lies in a folder and is no longer written to. */
export interface ArrivedFile {
  readonly name: string
  readonly path: string
  /** Changes when the file does. */
  readonly state: string
}

/** A file that was written to this long ago is taken to be complete. */
const settledMilliseconds = 2_000

/**
 * The files of a folder that are complete, the oldest first. Hidden files are left out, and those of programs that are
 * still writing.
 *
 * @throws ProductError `input.notFound` where the folder cannot be read
 */
export async function filesIn(folder: string): Promise<ArrivedFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new ProductError('input.notFound', { file: folder, path: folder }, { cause })
  })
  const found: (ArrivedFile & { readonly changedAt: number })[] = []
  for (const name of names) {
    if (/^[.~]|\.(?:tmp|part|partial|crdownload|swp)$|~$/i.test(name)) continue
    const path = join(folder, name)
    const about = await stat(path).catch(() => undefined)
    if (about?.isFile() !== true || Date.now() - about.mtimeMs < settledMilliseconds) continue
    found.push({ name, path, state: `${about.size} ${about.mtimeMs}`, changedAt: about.mtimeMs })
  }
  return found.toSorted((a, b) => a.changedAt - b.changedAt || a.path.localeCompare(b.path))
}
