import { z } from 'zod'
import { PageRequest, pageOf } from './page.ts'
import { route } from './route.ts'

const administrators = { access: ['administrator'], keyScope: 'administer' } as const
const Words = z.string().max(200)

export const AuditEntry = z
  .object({
    number: z.int().positive(),
    at: z.iso.datetime(),
    actorId: z.string(),
    actorName: z.string(),
    /** As `user.updated`, `export.made`. */
    action: z.string(),
    /** What it was done to, as `user:<id>`. */
    subject: z.string(),
    details: z.record(z.string(), z.unknown()),
    /** SHA-256 over the entry before and this one, in hexadecimal. */
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditVerdict = z
  .object({
    intact: z.boolean(),
    entries: z.int().nonnegative(),
    headHash: z.string(),
    /** The first entry that does not follow from the one before it. */
    firstFault: z.object({ number: z.int(), reason: z.enum(['changed', 'missing']) }).nullable(),
  })
  .meta({ id: 'AuditVerdict' })
export type AuditVerdict = z.infer<typeof AuditVerdict>

/** Who did what: only ever added to, each entry sealed with the one before it. */
export const auditApi = {
  list: route(administrators)
    .route({ method: 'GET', path: '/audit', summary: 'The audit log, newest first', tags: ['audit'] })
    .input(
      PageRequest.extend({
        actorId: Words.optional(),
        /** The beginning of the action, as `user.`. */
        action: Words.optional(),
        subject: Words.optional(),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
      }),
    )
    .output(pageOf(AuditEntry)),
  verify: route(administrators)
    .route({ method: 'POST', path: '/audit/verify', summary: 'Check that nobody changed the log', tags: ['audit'] })
    .output(AuditVerdict),
}
