import { randomUUID } from 'node:crypto'
import { context as otelContext, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './api-env.ts'
import type { Log } from './request-log.ts'
import type { RequestMetrics } from './request-metrics.ts'
import type { RequestTrail } from './request-trail.ts'

const tracer = trace.getTracer('vitalfew')

/** Gives every request a number, a span, a line in the log and a place in the metrics. */
export function observeRequests(log: Log, metrics: RequestMetrics): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const requestId = randomUUID()
    const trail: RequestTrail = { route: '-', userId: undefined, fault: undefined, retryAfterSeconds: undefined }
    c.set('requestId', requestId)
    c.set('trail', trail)
    const began = performance.now()
    const { method } = c.req
    const parent = propagation.extract(otelContext.active(), Object.fromEntries(c.req.raw.headers))
    await tracer.startActiveSpan(`HTTP ${method}`, { kind: SpanKind.SERVER }, parent, async (span) => {
      await next()
      const { status } = c.res
      c.header('x-request-id', requestId)
      if (trail.retryAfterSeconds !== undefined) c.header('retry-after', String(trail.retryAfterSeconds))
      finish(span, { method, status, route: trail.route })
      const ms = performance.now() - began
      metrics.count({ method: known(method), route: trail.route, status }, ms / 1000)
      const traceId = trace.isSpanContextValid(span.spanContext()) ? span.spanContext().traceId : undefined
      const { route, userId, fault } = trail
      if (fault !== undefined) log.fault(requestId, fault)
      log.request({ requestId, method: known(method), route, status, ms: Math.round(ms * 10) / 10, userId, traceId })
    })
  }
}

function finish(
  span: Span,
  request: { readonly method: string; readonly status: number; readonly route: string },
): void {
  const { method, status, route } = request
  span.updateName(`${method} ${route}`)
  span.setAttributes({ 'http.request.method': method, 'http.response.status_code': status, 'http.route': route })
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

/** A method is a word that anybody may send; the log and the metrics know these. */
function known(method: string): string {
  return /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : 'OTHER'
}
