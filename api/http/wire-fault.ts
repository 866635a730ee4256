import { ORPCError } from '@orpc/server'
import type { WireError } from '@vitalfew/contract/api/wire-error.ts'
import { errorInWords } from '@vitalfew/contract/error-in-words.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { ValidationError } from '@orpc/contract'
import { issueInWords } from './issue-in-words.ts'
import { errorStatus } from './error-status.ts'

interface Asked {
  readonly locale: Locale
  readonly requestId: string
}

/** An error as it leaves the server: the status, and the body in the language of whoever asked. */
export interface WireFault {
  readonly status: number
  readonly body: WireError
}

/** Anything thrown, as it leaves the server. What we did not expect is told by nothing but the name of the request. */
export function wireFault(cause: unknown, asked: Asked): WireFault {
  const error = productError(cause, asked.locale)
  const t = translator(asked.locale)
  const { requestId } = asked
  if (error === undefined) {
    const body = { code: 'unexpected', details: {}, message: t('errors.unexpected', { reason: requestId }), requestId }
    return { status: 500, body: { ...body, code: 'unexpected' } }
  }
  const { code, details } = error
  return {
    status: errorStatus(code),
    body: { code, details, message: errorInWords(error, asked.locale), requestId },
  }
}

function productError(cause: unknown, locale: Locale): ProductError | undefined {
  // What an engine says of a statement of ours is no business of whoever asked, and no fault of theirs.
  if (cause instanceof ProductError) return cause.code === 'warehouse.queryFailed' ? undefined : cause
  if (!(cause instanceof ORPCError)) return undefined
  if (cause.cause instanceof ValidationError && cause.status === 400) {
    return new ProductError('request.invalid', issueInWords(cause.cause.issues, locale), { cause })
  }
  if (cause.status === 400) {
    const t = translator(locale)
    const details = { field: t('errors.request.whole'), problem: t('errors.request.unreadable') }
    return new ProductError('request.invalid', details, { cause })
  }
  if (cause.status === 404) return new ProductError('request.notFound', {}, { cause })
  return undefined
}
