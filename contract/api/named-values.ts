import { z } from 'zod'

/** The number of an account in the warehouse, beyond the safe integers and so a text of digits. */
export const AccountKey = z.string().regex(/^\d{1,20}$/)

/** The name of an analysis run; `current` is the one that everybody sees. */
export const RunId = z.string().regex(/^(current|group|legal|billing|[0-9a-f]{8,64})$/)

export const Instant = z.iso.datetime()

/** What was begun: followed by `jobs.get` or `jobs.events`. */
export const JobStarted = z.object({ jobId: z.uuid() }).meta({ id: 'JobStarted' })
export type JobStarted = z.infer<typeof JobStarted>

export const Done = z.object({ done: z.literal(true) })
