import { z } from 'zod'
import { FixAction, FixRule, QualityReport } from '../quality.ts'
import { JobStarted } from './named-values.ts'
import { route } from './route.ts'

const tags = ['quality']
const stewards = { access: ['administrator', 'analyst'] } as const
const readers = { access: ['administrator', 'analyst'], keyScope: 'read' } as const
const Reason = z.string().trim().min(1).max(500)

/** What somebody decides about the lines a check doubts. */
export const NewQualityStep = z
  .strictObject({
    action: FixAction,
    check: z.string().max(100),
    rule: FixRule.default({}),
    /** Files of which source it is for; '' for all. By default that of the files concerned. */
    source: z.string().max(200).optional(),
    reason: Reason,
  })
  .meta({ id: 'NewQualityStep' })
export type NewQualityStep = z.infer<typeof NewQualityStep>

/**
 * How far the data can be trusted. `GET /api/quality/{check}/lines.csv` gives every line that a check doubts as a file;
 * as other bodies that are files it is no part of this.
 */
export const qualityApi = {
  get: route(readers)
    .route({ method: 'GET', path: '/quality', summary: 'Checks, score, steps and history', tags })
    .output(QualityReport),
  fix: route(stewards)
    .route({
      method: 'POST',
      path: '/quality/steps',
      summary: 'Decide about doubtful lines; a run follows',
      tags,
      successStatus: 202,
    })
    .input(NewQualityStep)
    .output(JobStarted),
  undo: route(stewards)
    .route({
      method: 'POST',
      path: '/quality/steps/{step}/undo',
      summary: 'Take a step back; a run follows',
      tags,
      successStatus: 202,
    })
    .input(z.object({ step: z.coerce.number().int().positive().max(4_000_000_000), reason: Reason }))
    .output(JobStarted),
}
