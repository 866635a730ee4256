import type { StoreClient } from '@vitalfew/store/client.ts'
import {
  beginJob,
  endJob,
  handBackJob,
  isAskedToEnd,
  type JobProgress,
  noteProgress,
} from '@vitalfew/domain/jobs/index.ts'
import { dayIn, readSettings } from '@vitalfew/domain/settings/index.ts'
import type { EngineAddresses, Fault } from './child-messages.ts'
import { jobChild } from './job-child.ts'

export interface Attempting {
  readonly database: StoreClient['database']
  readonly addresses: EngineAddresses
  readonly uploadsDirectory: string
  readonly productVersion: string
  /** Aborted when the server ends: a job under way is handed back. */
  readonly ending: AbortSignal
  readonly onFault?: (fault: Fault) => void
}

const mostAttempts = 3
const everyMilliseconds = 400

/**
 * One attempt at a job, in a child. A fault that was told ends the job; a child that died is a reason to try again.
 *
 * @throws Error where another attempt should be made
 */
export async function runAttempt(jobId: string, around: Attempting): Promise<void> {
  const { database, ending } = around
  const row = await beginJob(database, jobId)
  if (row === undefined) return
  if (row.cancel_asked) return endJob(database, jobId, { state: 'cancelled' })
  if (row.attempts > mostAttempts) {
    const failure = { code: 'job.crashed' as const, details: { attempts: mostAttempts } }
    return endJob(database, jobId, { state: 'failed', failure })
  }
  const { kind, input, person_id: personId, locale } = row
  const { addresses, uploadsDirectory, productVersion } = around
  const today = dayIn((await readSettings(database)).timeZone, new Date())
  const request = { ask: 'job' as const, jobId, kind, input, personId, locale, addresses, uploadsDirectory }
  let newest: JobProgress | undefined
  const child = jobChild({ ...request, productVersion, today }, (message) => {
    if (message.tell === 'progress') newest = message.progress
  })
  ending.addEventListener('abort', child.kill, { once: true })
  const watch = setInterval(() => {
    const progress = newest
    newest = undefined
    const noted = progress === undefined ? isAskedToEnd(database, jobId) : noteProgress(database, jobId, progress)
    noted.then((isAsked) => isAsked && child.cancel()).catch(() => undefined)
  }, everyMilliseconds)
  const answer = await child.ended.finally(() => {
    clearInterval(watch)
    ending.removeEventListener('abort', child.kill)
  })
  if (answer?.tell === 'done') return
  if (ending.aborted) {
    await handBackJob(database, jobId)
    throw new Error(`job ${jobId} was handed back`)
  }
  if (answer?.tell === 'failed') return tellFault(jobId, answer.fault, around)
  if (await isAskedToEnd(database, jobId)) return endJob(database, jobId, { state: 'cancelled' })
  if (row.attempts >= mostAttempts) {
    const failure = { code: 'job.crashed' as const, details: { attempts: mostAttempts } }
    return endJob(database, jobId, { state: 'failed', failure })
  }
  throw new Error(`the child of job ${jobId} died`)
}

async function tellFault(jobId: string, fault: Fault, { database, onFault }: Attempting): Promise<void> {
  if (fault.code === 'run.cancelled') return endJob(database, jobId, { state: 'cancelled' })
  onFault?.(fault)
  return endJob(database, jobId, { state: 'failed', failure: { code: fault.code, details: { ...fault.details } } })
}
