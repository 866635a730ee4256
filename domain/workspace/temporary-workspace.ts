import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { fileFault } from './file-fault.ts'
import { openWorkspace } from './open-workspace.ts'
import { sweepTemporaryWorkspaces, temporaryPrefix } from './sweep-temporary-workspaces.ts'
import type { Workspace, WorkspaceUse } from './workspace.ts'

export interface TemporaryWorkspaceUse extends WorkspaceUse {
  /** Where to make it; the temporary directory of the operating system when left out. */
  readonly within?: string
}

/**
 * Opens a new workspace that lives until `release`. What earlier ones left behind because their owner was killed is
 * removed first.
 *
 * @throws {ProductError} `output.notWritable`, `disk.full`.
 */
export async function temporaryWorkspace({ command, within = tmpdir() }: TemporaryWorkspaceUse): Promise<Workspace> {
  await sweepTemporaryWorkspaces(within)
  const path = await newDirectory(within)
  const workspace = await openUnswept(path, { command })
  return { ...workspace, temporary: true, release: () => removeAndRelease(workspace) }
}

async function newDirectory(within: string): Promise<string> {
  try {
    return await mkdtemp(join(within, temporaryPrefix))
  } catch (cause) {
    throw fileFault(cause, within)
  }
}

/** Another program's sweep may be looking at the new directory this very moment, with the lock in its hand. */
async function openUnswept(path: string, use: WorkspaceUse): Promise<Workspace> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openWorkspace(path, use)
    } catch (cause) {
      const swept = cause instanceof ProductError && cause.code === 'workspace.inUse'
      if (!swept || attempt === 5) throw cause
      await delay(20)
    }
  }
}

/** The lock is held while the directory goes, so that a sweep does not walk through it at the same time. */
async function removeAndRelease(workspace: Workspace): Promise<void> {
  try {
    await rm(workspace.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  } finally {
    await workspace.release()
  }
}
