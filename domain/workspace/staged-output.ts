import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { makeDirectory } from './make-directory.ts'

export interface StagedOutput {
  /** Where to write a file of that name for now. */
  readonly path: (name: string) => string
  /** Puts every file written into its place, replacing older ones of the same name. */
  readonly publish: () => Promise<void>
  /** Removes what was written; does nothing after `publish`. */
  readonly discard: () => Promise<void>
}

/**
 * A place beside the output directory's files in which a report is written until all of it is there: nobody ever sees
 * half of one.
 *
 * @throws ProductError `output.notWritable`, `disk.full`
 */
export async function stageOutput(directory: string): Promise<StagedOutput> {
  const target = resolve(directory)
  try {
    const existed = await exists(target)
    await makeDirectory(target)
    await sweepLeftovers(target)
    const stage = await mkdtemp(join(target, prefix))
    return {
      path: (name) => join(stage, name),
      publish: async () => {
        for (const name of await readdir(stage)) await rename(join(stage, name), join(target, name))
        await rm(stage, { recursive: true, force: true })
      },
      discard: async () => {
        await rm(stage, { recursive: true, force: true })
        if (!existed && (await readdir(target).catch(() => ['gone'])).length === 0) {
          await rm(target, { recursive: true, force: true })
        }
      },
    }
  } catch (cause) {
    throw outputFailure(cause, target)
  }
}

const prefix = '.unfinished-'
const oldAfterMs = 24 * 3_600_000

/** A program that is killed cannot clear up. What is younger than a day may belong to one that is still writing. */
async function sweepLeftovers(target: string): Promise<void> {
  for (const name of await readdir(target)) {
    if (!name.startsWith(prefix)) continue
    const leftover = join(target, name)
    const found = await stat(leftover).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > oldAfterMs) await rm(leftover, { recursive: true, force: true })
  }
}

/** What a failed write means to the person who asked for it. */
export function outputFailure(cause: unknown, path: string): unknown {
  if (cause instanceof ProductError || !(cause instanceof Error) || !('code' in cause)) return cause
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') return new ProductError('disk.full', { path }, { cause })
  if (!systemFaults.has(String(cause.code))) return cause
  return new ProductError('output.notWritable', { path, problem: String(cause.code) }, { cause })
}

const systemFaults = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOENT', 'ENAMETOOLONG'])

async function exists(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  )
}
