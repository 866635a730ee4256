import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ApiServices } from './api-context.ts'
import type { ApiEnv } from './http/api-env.ts'
import { engineStates } from './http/engine-states.ts'
import { type OwnAddress, refuseForeign } from './http/foreign-request.ts'
import { observeRequests } from './http/observe-requests.ts'
import type { Log } from './http/request-log.ts'
import { requestLocale } from './http/request-locale.ts'
import { requestMetrics } from './http/request-metrics.ts'
import { nothingAllowed, securityHeaders } from './http/security-headers.ts'
import { wireFault } from './http/wire-fault.ts'
import { noteOutcome } from './http/wire-refusal.ts'
import { mountApi } from './mount-api.ts'
import { mountPages, type Pages } from './pages/mount-pages.ts'

export interface AppOptions {
  readonly services: ApiServices
  readonly address: OwnAddress
  readonly log: Log
  /** Whether a proxy in front says who asks. */
  readonly trustProxy?: boolean
  readonly pages?: () => Promise<Pages>
  /** True from the moment the server has been asked to end. */
  readonly isEnding?: () => boolean
}

/** The server without its socket: `app.request('/api/start')` answers as it would on one. */
export function createApp({ services, address, log, trustProxy = false, pages, isEnding }: AppOptions): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  const metrics = requestMetrics()
  const everywhere = Object.entries(securityHeaders(address.publicUrl))
  app.use(observeRequests(log, metrics))
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of everywhere) c.header(name, value)
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', nothingAllowed)
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.use(async (c, next) => {
    refuseForeign(c.req.raw, address)
    await next()
  })
  app.use(compress())
  app.onError((cause, c) => {
    const asked = { locale: requestLocale(c.req.raw.headers), requestId: c.get('requestId') }
    const { status, body } = wireFault(cause, asked)
    noteOutcome(c.get('trail'), body, cause)
    return c.json(body, contentful(status))
  })
  app.notFound(() => {
    throw new ProductError('request.notFound')
  })
  mountHealth(app, { services, isEnding, metrics: metrics.text })
  mountApi(app, { services, trustProxy })
  if (pages !== undefined) mountPages(app, pages)
  return app
}

interface Health {
  readonly services: ApiServices
  readonly isEnding: (() => boolean) | undefined
  readonly metrics: () => string
}

/** For whoever watches over the server: whether the process lives, whether it can work, and how it fares. */
function mountHealth(app: Hono<ApiEnv>, { services, isEnding, metrics }: Health): void {
  app.get('/health', (c) => c.json({ alive: true }))
  app.get('/ready', async (c) => {
    const { warehouse, store } = await engineStates(services)
    const ready = warehouse.ready && store.ready && isEnding?.() !== true
    return c.json({ ready, warehouse: warehouse.ready, store: store.ready }, ready ? 200 : 503)
  })
  app.get('/metrics', (c) => c.text(metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }))
}

/** Every status of an error may have a body. */
function contentful(status: number): ContentfulStatusCode {
  return status as ContentfulStatusCode
}
