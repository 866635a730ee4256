import { chmod, mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { fileFault, systemCode } from './file-fault.ts'
import { makeDirectory } from './make-directory.ts'
import { takeLock, type HeldLock } from './lock-file.ts'
import { readWorkspaceFile, workspaceFileName, writeWorkspaceFile, type WorkspaceFile } from './workspace-file.ts'
import type { Workspace, WorkspaceUse } from './workspace.ts'

export const lockFileName = 'lock'
const privateMode = 0o700

/** What may lie in a directory that still counts as empty: our own first steps, and what systems leave everywhere. */
const ignoredNames: ReadonlySet<string> = new Set([lockFileName, `${workspaceFileName}.new`, 'lost+found', '.DS_Store'])

/**
 * Opens the workspace at a path for this process alone, making it where nothing is there yet.
 *
 * @throws {ProductError} `workspace.inUse` with the holder's pid, command and time; `workspace.notAWorkspace` for a
 *   directory that holds other things, which stay untouched; `workspace.newerVersion`; `output.notWritable` with the
 *   system's reason; `disk.full`.
 */
export async function openWorkspace(path: string, use: WorkspaceUse): Promise<Workspace> {
  const directory = resolve(path)
  try {
    return await openDirectory(directory, use)
  } catch (cause) {
    throw fileFault(cause, directory)
  }
}

async function openDirectory(directory: string, { command }: WorkspaceUse): Promise<Workspace> {
  await makeDirectory(directory, privateMode)
  await refuseForeign(directory)
  const lock = await lockOf(directory, command)
  try {
    const file = (await readWorkspaceFile(directory)) ?? (await markNew(directory))
    const warehouseDirectory = await privateDirectory(directory, 'warehouse')
    const storeDirectory = await privateDirectory(directory, 'store')
    const release = once(lock.release)
    return { id: file.id, path: directory, warehouseDirectory, storeDirectory, temporary: false, release }
  } catch (cause) {
    await lock.release()
    throw cause
  }
}

/** Before the lock, so that not even a lock file is left in a directory which is not ours. */
async function refuseForeign(directory: string): Promise<void> {
  if ((await readWorkspaceFile(directory)) !== undefined) return
  const names = await readdir(directory)
  if (names.includes(workspaceFileName)) return
  if (names.some((name) => !ignoredNames.has(name))) {
    throw new ProductError('workspace.notAWorkspace', { path: directory })
  }
}

/** On a mounted volume the directory may belong to somebody else; what lies in it is private all the same. */
async function markNew(directory: string): Promise<WorkspaceFile> {
  await chmod(directory, privateMode).catch((cause: unknown) => {
    if (systemCode(cause) !== 'EPERM') throw cause
  })
  return writeWorkspaceFile(directory)
}

async function lockOf(directory: string, command: string): Promise<HeldLock> {
  const lock = await takeLock(join(directory, lockFileName), command)
  if (lock.state === 'taken') return lock
  if (lock.state === 'failed') throw new ProductError('output.notWritable', { path: directory, problem: lock.reason })
  const { pid = 0, command: heldBy = '?', host = '?', since = '?' } = lock.holder ?? {}
  throw new ProductError('workspace.inUse', { path: directory, pid, command: heldBy, host, since })
}

async function privateDirectory(parent: string, name: string): Promise<string> {
  const path = join(parent, name)
  await mkdir(path, { recursive: true, mode: privateMode })
  return path
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= action())
}
