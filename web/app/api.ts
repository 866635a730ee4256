import { createORPCClient, ORPCError } from '@orpc/client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { JsonifiedClient } from '@orpc/openapi-client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { apiRoutes } from './api-routes.ts'
import { begunAnswer } from './begun-answer.ts'

type Client = JsonifiedClient<ContractRouterClient<typeof apiRoutes>>

const link = new OpenAPILink(apiRoutes, {
  url: () => `${window.location.origin}/api`,
  headers: () => ({ 'accept-language': document.documentElement.lang }),
  fetch: async (request, init) => (await begunAnswer(request)) ?? fetch(request, init),
  customErrorResponseBodyDecoder: (body, response) => wireFault(body, response.status),
})

/** The server, as functions: `await client.accounts.list({ … })`. */
export const client: Client = createORPCClient(link)

/** The same functions as questions whose answers are kept: `useQuery(api.accounts.list.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client)

/** What the server says of a fault is kept whole: its code, the facts, and its words in the reader's language. */
function wireFault(body: unknown, status: number): ORPCError<string, unknown> | null {
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') return null
  const message = 'message' in body && typeof body.message === 'string' ? body.message : body.code
  return new ORPCError(body.code, { status: status >= 400 ? status : 500, message, data: body })
}
