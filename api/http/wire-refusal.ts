import { ORPCError } from '@orpc/server'
import type { WireError } from '@vitalfew/contract/api/wire-error.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { RequestTrail } from './request-trail.ts'
import { wireFault } from './wire-fault.ts'

/** An error on its way out, already in the words of whoever asked. */
export class WireRefusal extends ORPCError<string, WireError> {
  constructor(
    cause: unknown,
    context: { readonly locale: Locale; readonly requestId: string; readonly trail: RequestTrail },
  ) {
    const { status, body } = wireFault(cause, context)
    super(body.code, { status, message: body.message, data: body })
    noteOutcome(context.trail, body, cause)
  }
}

/** What the log and the headers of the answer say beside its body. */
export function noteOutcome(trail: RequestTrail, { code, details }: WireError, cause: unknown): void {
  if (code === 'unexpected') trail.fault = cause
  if (code === 'request.tooMany') trail.retryAfterSeconds = Number(details['seconds'])
}
