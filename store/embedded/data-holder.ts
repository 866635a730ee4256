import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { isServerOf, serversOf } from './server-processes.ts'

/** What a server writes about itself into its data directory. */
export interface DataHolder {
  readonly processId: number
  readonly since: string
  readonly ready: boolean
}

export function readHolder(dataDirectory: string): DataHolder | undefined {
  const lines = readText(holderFile(dataDirectory)).split('\n')
  const processId = Number(lines[0])
  if (!Number.isInteger(processId) || processId <= 0) return undefined
  const started = Number(lines[2])
  const since = Number.isFinite(started) ? new Date(started * 1000).toISOString() : '?'
  return { processId, since, ready: lines[7]?.trim() === 'ready' }
}

/**
 * Returns when no server holds the data directory, having removed what a dead one left: its file, and processes that
 * go on with the query they had, for as long as they do no new server starts. A server whose parent was killed is
 * given a moment to end.
 *
 * @throws {ProductError} `workspace.inUse` when one goes on holding it.
 */
export async function untilUnheld(dataDirectory: string, patienceMilliseconds: number): Promise<void> {
  const deadline = performance.now() + patienceMilliseconds
  for (;;) {
    const holder = liveHolder(dataDirectory)
    if (holder === undefined) break
    if (performance.now() > deadline) throw inUse(dataDirectory, holder)
    await sleep(50)
  }
  endLeftovers(dataDirectory)
}

/** Must not be called while a server holds the directory: a start-up in progress counts as one. */
function endLeftovers(dataDirectory: string): void {
  for (const processId of serversOf(dataDirectory)) endProcess(processId)
  rmSync(holderFile(dataDirectory), { force: true })
}

export function endProcess(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL')
  } catch {
    // It ended by itself in between.
  }
}

export function liveHolder(dataDirectory: string): DataHolder | undefined {
  const holder = readHolder(dataDirectory)
  return holder !== undefined && isServerOf(dataDirectory, holder.processId) ? holder : undefined
}

export function inUse(path: string, { processId, since }: DataHolder): ProductError {
  return new ProductError('workspace.inUse', { path, pid: processId, command: 'postgres', since })
}

function holderFile(dataDirectory: string): string {
  return join(dataDirectory, 'postmaster.pid')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
