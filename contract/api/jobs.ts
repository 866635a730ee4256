import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ImportReport } from '../import-log.ts'
import { locales } from '../locale.ts'
import { WireError } from './wire-error.ts'
import { Instant, JobStarted } from './named-values.ts'
import { PageRequest, pageOf } from './page.ts'
import { route } from './route.ts'

const tags = ['jobs']
const anybody = { access: 'signedIn', keyScope: 'read' } as const

export const jobKinds = ['sample', 'import', 'run', 'export', 'backtest', 'segments'] as const
export const JobKind = z.enum(jobKinds)
export type JobKind = z.infer<typeof JobKind>

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export const JobState = z.enum(jobStates)
export type JobState = z.infer<typeof JobState>

/** What a job is doing; words under `jobs.step.<step>`. */
export const jobSteps = [
  'waiting',
  'starting',
  'reading',
  'metrics',
  'abc',
  'rfm',
  'lifecycle',
  'value',
  'churn',
  'selection',
  'segments',
  'behaviour',
  'quality',
  'accounts',
  'backtest',
  'writing',
  'done',
] as const
export const JobStep = z.enum(jobSteps)
export type JobStep = z.infer<typeof JobStep>

/** Long work that goes on by itself: seen while it runs, and afterwards in the history. */
export const Job = z
  .object({
    id: z.uuid(),
    kind: JobKind,
    state: JobState,
    /** What it is about: file names, the name of an export. */
    title: z.string(),
    step: JobStep,
    /** 0 to 1; null while it cannot be told. */
    done: z.number().min(0).max(1).nullable(),
    rows: z.int().nullable(),
    startedBy: z.string(),
    isMine: z.boolean(),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    /** Times it was begun: more than one after a crash. */
    attempts: z.int(),
    /** Imports it made, the run it came to, the export it wrote. */
    result: z.object({
      imports: z.array(z.int()).optional(),
      runId: z.string().optional(),
      exportId: z.string().optional(),
      segmentationId: z.string().optional(),
      backtestId: z.string().optional(),
      /** What an import would come to, where that was all that was asked. */
      preview: ImportReport.optional(),
      /** The job that goes on where this one ended. */
      followedBy: z.string().optional(),
    }),
    /** Why it failed, in the language of whoever asks. */
    failure: WireError.omit({ requestId: true }).nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

export const jobsApi = {
  list: route(anybody)
    .route({ method: 'GET', path: '/jobs', summary: 'Jobs, newest first', tags })
    .input(PageRequest.extend({ kind: JobKind.optional(), state: JobState.optional() }))
    .output(pageOf(Job)),
  get: route(anybody)
    .route({ method: 'GET', path: '/jobs/{id}', summary: 'One job', tags })
    .input(z.object({ id: z.uuid() }))
    .output(Job),
  cancel: route({ access: 'signedIn' })
    .route({ method: 'POST', path: '/jobs/{id}/cancel', summary: 'End a job; nothing of it stays', tags })
    .input(z.object({ id: z.uuid() }))
    .output(Job),
  /** Every job the viewer may see, once as it is when it changes; all that are under way at the beginning. */
  events: route(anybody)
    .route({ method: 'GET', path: '/jobs/events', summary: 'Progress of jobs as server-sent events', tags })
    .output(eventIterator(Job)),
  sample: route({ access: ['administrator', 'analyst'] })
    .route({
      method: 'POST',
      path: '/jobs/sample',
      summary: 'Take in the sample company and analyse it',
      tags,
      successStatus: 202,
    })
    .input(z.object({ locale: z.enum(locales).optional() }))
    .output(JobStarted),
}
