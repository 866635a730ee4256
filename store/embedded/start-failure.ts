import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ChildProcess } from 'node:child_process'
import { freeBytes } from './disk-space.ts'
import { endOf } from './launch-server.ts'
import { lastComplaint, logAfter } from './server-log.ts'

export interface FailedStart {
  readonly child: ChildProcess | undefined
  readonly storeDirectory: string
  readonly logFile: string
  /** The size of the log before the program was started: only what it wrote itself counts. */
  readonly logBytes: number
  readonly cause?: unknown
}

/** Why a program of the server did not start, from what it left in the log. */
export function startFailure({ child, storeDirectory, logFile, logBytes, cause }: FailedStart): ProductError {
  const log = logAfter(logFile, logBytes)
  // On a full disk the line that says so may not have found room in the log either.
  const full = /No space left on device|Disk quota exceeded/.test(log) || freeBytes(storeDirectory) < 1_000_000
  if (full) return new ProductError('disk.full', { path: storeDirectory }, { cause })
  const reason = lastComplaint(log) || (cause instanceof Error ? cause.message : endOf(child))
  return new ProductError('store.startFailed', { reason, log: logFile }, { cause })
}

/** What the file system refused while a start was prepared; anything else is passed on as it is. */
export function systemFault(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) return cause
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') return new ProductError('disk.full', { path }, { cause })
  return new ProductError('output.notWritable', { path, problem: String(cause.code) }, { cause })
}
