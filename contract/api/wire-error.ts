import { z } from 'zod'
import { errorCodes } from '../errors.ts'

/** The body of every answer that is not a success. `message` is in the language of whoever asked. */
export const WireError = z
  .object({
    code: z.enum([...errorCodes, 'unexpected']),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
    message: z.string(),
    /** What to name when reporting a fault; the log has it too. */
    requestId: z.string(),
  })
  .meta({ id: 'WireError' })
export type WireError = z.infer<typeof WireError>
