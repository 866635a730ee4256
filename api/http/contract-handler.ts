import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError } from '@orpc/server'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { SpanStatusCode, trace } from '@opentelemetry/api'
import type { ApiContext } from '../api-context.ts'
import { routes } from '../routes/routes.ts'
import { authoriseRoute } from './authorise-route.ts'
import { refuseBadText } from './refuse-bad-text.ts'
import type { RequestTrail } from './request-trail.ts'
import { WireRefusal } from './wire-refusal.ts'

const tracer = trace.getTracer('vitalfew')

/** Answers the routes of the contract; undefined where the contract has none for a request. */
export function contractHandler(): (
  request: Request,
  context: ApiContext & { readonly trail: RequestTrail },
) => Promise<Response | undefined> {
  const handler = new OpenAPIHandler<ApiContext & { readonly trail: RequestTrail }>(routes, {
    customErrorResponseBodyEncoder: (error): unknown => error.data,
    interceptors: [
      async (options) => {
        try {
          return await options.next()
        } catch (cause) {
          throw refusal(cause, options.context)
        }
      },
    ],
    clientInterceptors: [
      (options) => {
        const { context, procedure, path, input } = options
        const { route } = procedure['~orpc']
        context.trail.route = route.path ?? path.join('.')
        return inSpan(path.join('.'), async () => {
          try {
            authoriseRoute(context, procedure)
            refuseBadText(input, context.locale)
            return await options.next()
          } catch (cause) {
            throw new WireRefusal(cause, context)
          }
        })
      },
    ],
  })
  return async (request, context) => {
    const { matched, response } = await handler.handle(request, { prefix: '/api', context })
    return matched ? response : undefined
  }
}

/** What fails before the verb is called has not been understood: a body that is no JSON, a path badly encoded. */
function refusal(cause: unknown, context: ApiContext & { readonly trail: RequestTrail }): WireRefusal {
  if (cause instanceof WireRefusal) return cause
  const understood = cause instanceof ORPCError || cause instanceof ProductError
  return new WireRefusal(understood ? cause : new ORPCError('BAD_REQUEST', { cause }), context)
}

/** The verb's part of the trace that began with the request. */
function inSpan<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work()
    } catch (cause) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw cause
    } finally {
      span.end()
    }
  })
}
