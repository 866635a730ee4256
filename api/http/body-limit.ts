import { ProductError } from '@vitalfew/contract/errors.ts'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ApiEnv } from './api-env.ts'

const usual = 1 << 20
const large = 16 << 20

/** Paths whose requests carry more than a form: corrections of cells, long lists of accounts. */
const withMore = /^\/api\/(imports|accounts|account-\w+)(\/|$)/
/** Paths that read their body piece by piece, with limits of their own. */
const streamed = /^\/api\/uploads(\/|$)/

/** Refuses a body that is larger than its route has use for, before it is in memory. */
export function limitBody(): MiddlewareHandler<ApiEnv> {
  const [ofUsual, ofLarge] = [usual, large].map((maxSize) => bodyLimit({ maxSize, onError: () => tooLarge(maxSize) }))
  return async (c, next) => {
    const { path } = c.req
    if (streamed.test(path)) return next()
    return (withMore.test(path) ? ofLarge : ofUsual)?.(c, next)
  }
}

function tooLarge(limit: number): never {
  throw new ProductError('request.tooLarge', { limit })
}
