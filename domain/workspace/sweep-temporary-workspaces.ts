import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from './file-fault.ts'
import { takeLock } from './lock-file.ts'
import { lockFileName } from './open-workspace.ts'

export const temporaryPrefix = 'vitalfew-workspace-'

/** A directory without the name of a holder may be one second old and about to get it; this old it is nobody's. */
const abandonedAfterMilliseconds = 3_600_000

/**
 * Removes the temporary workspaces whose owner was killed: their lock is free but still carries a name. Those of
 * other users and everything that cannot be removed are left for a later sweep.
 */
export async function sweepTemporaryWorkspaces(within: string): Promise<void> {
  for (const name of await readdir(within).catch(() => [])) {
    if (!name.startsWith(temporaryPrefix)) continue
    await sweepOne(join(within, name)).catch(ignoreSystemFault)
  }
}

async function sweepOne(path: string): Promise<void> {
  const found = await lstat(path)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) return
  const lock = await takeLock(join(path, lockFileName), 'sweep')
  if (lock.state !== 'taken') return
  try {
    const abandoned = Date.now() - found.mtimeMs > abandonedAfterMilliseconds
    if (lock.deadHolder !== undefined || abandoned) await rm(path, { recursive: true, force: true, maxRetries: 2 })
  } finally {
    await lock.release()
  }
}

function ignoreSystemFault(cause: unknown): void {
  if (systemCode(cause) === undefined) throw cause
}
