import type { StoreClient } from '@vitalfew/store/client.ts'
import type { JobKind } from '@vitalfew/contract/api/jobs.ts'
import { markQueued, requeueUnfinished, unqueuedJobs } from '@vitalfew/domain/jobs/index.ts'
import { fromKysely, PgBoss } from 'pg-boss'
import { z } from 'zod'
import { type Attempting, runAttempt } from './run-attempt.ts'

export interface JobQueue {
  /** Jobs under way are ended and handed back, to go on at the next start or with another server. */
  readonly stop: () => Promise<void>
}

const queues = ['data', 'export', 'segments'] as const

/** What fills the tables of sales and of runs is done one at a time, however many servers there are. */
const queueOf: Readonly<Record<JobKind, (typeof queues)[number]>> = {
  sample: 'data',
  import: 'data',
  run: 'data',
  backtest: 'data',
  export: 'export',
  segments: 'segments',
}

const retries = { retryLimit: 10, retryDelay: 1, heartbeatSeconds: 15, expireInSeconds: 12 * 3600 }
const everyMilliseconds = 500

const JobData = z.object({ jobId: z.uuid() })

/** Hands out the jobs that people asked for, to this server or to another one that shares the store. */
export async function startJobQueue(
  options: Omit<Attempting, 'ending'> & {
    /** Whether other servers may work with the same store: then what one that died had under way is waited for. */
    readonly sharesStore: boolean
    readonly onError?: (cause: unknown) => void
  },
): Promise<JobQueue> {
  const { database, sharesStore, onError = () => undefined } = options
  const ending = new AbortController()
  const boss = new PgBoss({
    db: fromKysely(database),
    schema: 'job_queue',
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    // A worker does not look for jobs that were under way when the queue was last looked at.
    queueCacheIntervalSeconds: 2,
  })
  boss.on('error', onError)
  await boss.start()
  if (!sharesStore) {
    // With them goes what the queues still believe to be under way.
    for (const queue of queues) await boss.deleteQueue(queue)
    await requeueUnfinished(database)
  }
  await boss.createQueue('data', { ...retries, policy: 'singleton' })
  await boss.createQueue('export', retries)
  await boss.createQueue('segments', { ...retries, policy: 'singleton' })
  for (const queue of queues) {
    await boss.work(queue, { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 4 }, async (jobs) => {
      for (const { data } of jobs) await runAttempt(JobData.parse(data).jobId, { ...options, ending: ending.signal })
    })
  }
  let forwarding = Promise.resolve()
  const timer = setInterval(() => {
    forwarding = forwarding.then(() => forward(boss, database)).catch(onError)
  }, everyMilliseconds)
  return {
    stop: async () => {
      clearInterval(timer)
      ending.abort()
      await forwarding
      await boss.stop({ graceful: true, timeout: 8_000 })
    },
  }
}

/** Tells the queue of jobs it does not know yet; each has one id in both, so that telling it twice is telling it once. */
async function forward(boss: PgBoss, database: StoreClient['database']): Promise<void> {
  for (const { id, kind } of await unqueuedJobs(database)) {
    await boss.send(queueOf[kind], { jobId: id }, { id })
    await markQueued(database, id)
  }
}
