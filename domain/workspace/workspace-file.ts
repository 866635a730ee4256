import { randomUUID } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { z } from 'zod'
import { systemCode } from './file-fault.ts'
import { jsonOrUndefined } from './json-or-undefined.ts'

export const workspaceFileName = 'workspace.json'
const supported = 1

/** What a program needs to know before it may understand the rest, which a newer program may have changed. */
const Mark = z.object({ kind: z.literal('vitalfew-workspace'), format: z.int() })
const WorkspaceFile = Mark.extend({ id: z.uuid(), created: z.iso.datetime() })

/** The mark that makes a directory a workspace. `format` grows when an older program could not read the directory. */
export type WorkspaceFile = Readonly<z.infer<typeof WorkspaceFile>>

/**
 * Reads the mark of a workspace; undefined when the directory has none.
 *
 * @throws {ProductError} `workspace.newerVersion` when a newer program wrote it, `workspace.notAWorkspace` when the
 *   file is something else or cannot be understood.
 */
export async function readWorkspaceFile(directory: string): Promise<WorkspaceFile | undefined> {
  const text = await textOf(join(directory, workspaceFileName))
  if (text === undefined) return undefined
  const value = jsonOrUndefined(text)
  const found = Mark.safeParse(value).data?.format ?? 0
  if (found > supported) throw new ProductError('workspace.newerVersion', { path: directory, found, supported })
  const file = WorkspaceFile.safeParse(value)
  if (!file.success) throw new ProductError('workspace.notAWorkspace', { path: directory })
  return file.data
}

/** Marks a directory as a workspace, whole or not at all, also across a loss of power. */
export async function writeWorkspaceFile(directory: string): Promise<WorkspaceFile> {
  const created = new Date().toISOString()
  const file: WorkspaceFile = { kind: 'vitalfew-workspace', format: supported, id: randomUUID(), created }
  const path = join(directory, workspaceFileName)
  await writeSynced(`${path}.new`, `${JSON.stringify(file, undefined, 2)}\n`)
  await rename(`${path}.new`, path)
  await syncDirectory(directory)
  return file
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw cause
  }
}
