import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Fault } from './child-messages.ts'

/** What went wrong, as it can be sent to another process and kept. */
export function faultOf(cause: unknown, signal?: AbortSignal): Fault {
  if (signal?.aborted === true) return { code: 'run.cancelled', details: {} }
  if (cause instanceof ProductError) return { code: cause.code, details: cause.details }
  return { code: 'unexpected', details: { reason: cause instanceof Error ? cause.message : String(cause) } }
}
