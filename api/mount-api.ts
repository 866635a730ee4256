import { getConnInfo } from '@hono/node-server/conninfo'
import { api } from '@vitalfew/contract/api/api.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { ApiServices } from './api-context.ts'
import { mountApiDocs } from './documents/api-docs.ts'
import type { ApiEnv } from './http/api-env.ts'
import { limitBody } from './http/body-limit.ts'
import { contractHandler } from './http/contract-handler.ts'
import { identifyRequest, requireSomebody } from './http/identify-request.ts'
import { publicRoutes, routeTable } from './http/route-table.ts'
import { mountBehaviourFiles } from './routes/behaviour-files.ts'
import { mountFiles } from './routes/files.ts'
import { mountQualityFiles } from './routes/quality-files.ts'
import { mountReportFile } from './routes/report-file.ts'

interface ApiOptions {
  readonly services: ApiServices
  readonly trustProxy: boolean
}

const isPublic = publicRoutes(routeTable(api))
/** Where an identity provider sends people back to; the library checks what it brings. */
const callback = /^\/api\/auth\/callback\/[\w-]+$/

/** Everything below `/api`: nothing is answered before it is known who asks, but what the contract calls public. */
export function mountApi(app: Hono<ApiEnv>, options: ApiOptions): void {
  const { services } = options
  const answer = contractHandler()
  app.use('/api/*', limitBody(), knownToAll(options))
  app.on(['GET', 'POST'], '/api/auth/callback/:provider', (c) => {
    c.get('trail').route = '/auth/callback/{provider}'
    return services.sessions.auth.handler(c.req.raw)
  })
  mountFiles(app)
  mountQualityFiles(app)
  mountBehaviourFiles(app)
  mountReportFile(app)
  mountApiDocs(app, services.productVersion)
  app.all('/api/*', async (c) => {
    const response = await answer(c.req.raw, c.get('context'))
    if (response === undefined) throw new ProductError('request.notFound')
    return c.newResponse(response.body, response)
  })
}

/** Finds out who asks, and refuses those who have not signed in unless the contract lets everybody. */
function knownToAll({ services, trustProxy }: ApiOptions): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const cookies: string[] = []
    const { headers } = c.req.raw
    const clientAddress = addressOf(c, trustProxy)
    const requestId = c.get('requestId')
    const { context, cookies: renewed } = await identifyRequest(services, { headers, requestId, clientAddress })
    const trail = c.get('trail')
    if (context.viewer.userId !== '') trail.userId = context.viewer.userId
    c.set('context', { ...context, trail, setCookie: (more) => void cookies.push(...more) })
    const path = c.req.path.slice('/api'.length)
    if (!isPublic(c.req.method, path) && !callback.test(c.req.path)) requireSomebody(context)
    await next()
    for (const cookie of cookies.length > 0 ? cookies : renewed) c.header('set-cookie', cookie, { append: true })
  }
}

/** The other end of the connection, or whom the proxy in front names as the one before it. */
function addressOf(c: Context<ApiEnv>, trustProxy: boolean): string {
  const named = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (named !== undefined && named !== '') return named
  return isOnSocket(c.env) ? (getConnInfo(c).remote.address ?? '') : ''
}

/** Tests ask the app without a socket. */
function isOnSocket(env: unknown): boolean {
  return typeof env === 'object' && env !== null && 'incoming' in env
}
