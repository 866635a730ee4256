import { open, stat, type FileHandle } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { systemCode } from './file-fault.ts'
import { flock } from './flock.ts'
import { parseLockHolder, type LockHolder } from './lock-holder.ts'

export interface HeldLock {
  readonly state: 'taken'
  /** Who held it last and was killed before saying so; undefined after a proper release. */
  readonly deadHolder: LockHolder | undefined
  readonly release: () => Promise<void>
}

export interface RefusedLock {
  readonly state: 'held'
  /** Undefined when the holder took the lock but has not written its name. */
  readonly holder: LockHolder | undefined
}

export interface FailedLock {
  readonly state: 'failed'
  readonly reason: string
}

/**
 * Takes the lock of a workspace or says who has it. The file itself stays behind on release: removing it would let
 * two processes each lock a file of that name.
 */
export async function takeLock(path: string, command: string): Promise<HeldLock | RefusedLock | FailedLock> {
  const file = await open(path, 'a+', 0o600)
  const result = await flock(file.fd)
  if (result === 'held') return { state: 'held', holder: await holderOnceWritten(file) }
  if (result !== 'taken') {
    await file.close()
    return { state: 'failed', reason: result.failed }
  }
  if (!(await stillNamed(file, path))) {
    await file.close()
    return takeLock(path, command)
  }
  return hold(file, command)
}

async function hold(file: FileHandle, command: string): Promise<HeldLock> {
  try {
    const deadHolder = parseLockHolder(await contentOf(file))
    const holder: LockHolder = { pid: process.pid, command, host: hostname(), since: new Date().toISOString() }
    await file.truncate(0)
    await file.write(`${JSON.stringify(holder)}\n`)
    return { state: 'taken', deadHolder, release: () => letGo(file) }
  } catch (cause) {
    await file.close()
    throw cause
  }
}

async function letGo(file: FileHandle): Promise<void> {
  try {
    await file.truncate(0)
  } finally {
    await file.close()
  }
}

/** Between taking the lock and writing its name a holder needs a moment; wait that long, not longer. */
async function holderOnceWritten(file: FileHandle): Promise<LockHolder | undefined> {
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const holder = parseLockHolder(await contentOf(file))
      if (holder !== undefined) return holder
      await delay(20)
    }
    return undefined
  } finally {
    await file.close()
  }
}

/** False when the file was removed or replaced between our opening and our locking it. */
async function stillNamed(file: FileHandle, path: string): Promise<boolean> {
  try {
    const [held, named] = await Promise.all([file.stat(), stat(path)])
    return held.ino === named.ino && held.dev === named.dev
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return false
    throw cause
  }
}

async function contentOf(file: FileHandle): Promise<string> {
  const buffer = Buffer.alloc(4096)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
  return buffer.toString('utf8', 0, bytesRead)
}
