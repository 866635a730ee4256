import { Job, JobStep } from '@vitalfew/contract/api/jobs.ts'
import { errorInWords } from '@vitalfew/contract/error-in-words.ts'
import { errorCodes } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { StoreTables } from '@vitalfew/store/tables.ts'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Viewer } from '../access/index.ts'

export type JobRow = Selectable<StoreTables['job']>

const Failure = z.object({
  code: z.enum([...errorCodes, 'unexpected']),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type JobFailure = z.infer<typeof Failure>

/** A job as somebody sees it, in their language. */
export function shownJob(row: JobRow, viewer: Viewer): Job {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    step: JobStep.catch('starting').parse(row.step),
    done: row.done,
    rows: row.rows,
    startedBy: row.person_name,
    isMine: row.person_id === viewer.userId,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    attempts: row.attempts,
    result: Job.shape.result.parse(row.result),
    failure: row.failure === null ? null : inWords(Failure.parse(row.failure), viewer.locale),
  }
}

function inWords(failure: JobFailure, locale: Locale) {
  return { ...failure, message: errorInWords(failure, locale) }
}
