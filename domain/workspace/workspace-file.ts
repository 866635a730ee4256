import { randomUUID } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { systemCode } from './file-fault.ts'

export const workspaceFileName = 'workspace.json'
export const workspaceFormat = 1
const kind = 'vitalfew-workspace'

/** The mark that makes a directory a workspace. `format` grows when an older program could not read the directory. */
export interface WorkspaceFile {
  readonly kind: typeof kind
  readonly format: number
  readonly id: string
  readonly created: string
}

/**
 * Reads the mark of a workspace; undefined when the directory has none.
 *
 * @throws {ProductError} `workspace.newerVersion` when a newer program wrote it, `workspace.notAWorkspace` when the
 *   file is something else or cannot be understood.
 */
export async function readWorkspaceFile(directory: string): Promise<WorkspaceFile | undefined> {
  const text = await textOf(join(directory, workspaceFileName))
  if (text === undefined) return undefined
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || !('kind' in value && 'format' in value)) {
    throw new ProductError('workspace.notAWorkspace', { path: directory })
  }
  const { format } = value
  if (value.kind !== kind || typeof format !== 'number') {
    throw new ProductError('workspace.notAWorkspace', { path: directory })
  }
  if (format > workspaceFormat) {
    throw new ProductError('workspace.newerVersion', { path: directory, found: format, supported: workspaceFormat })
  }
  if (!('id' in value && 'created' in value) || typeof value.id !== 'string' || typeof value.created !== 'string') {
    throw new ProductError('workspace.notAWorkspace', { path: directory })
  }
  return { kind, format, id: value.id, created: value.created }
}

/** Marks a directory as a workspace, whole or not at all, also across a loss of power. */
export async function writeWorkspaceFile(directory: string): Promise<WorkspaceFile> {
  const file: WorkspaceFile = { kind, format: workspaceFormat, id: randomUUID(), created: new Date().toISOString() }
  const path = join(directory, workspaceFileName)
  await writeSynced(`${path}.new`, `${JSON.stringify(file, undefined, 2)}\n`)
  await rename(`${path}.new`, path)
  await syncDirectory(dirname(path))
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
