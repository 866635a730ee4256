import { ProductError } from '@vitalfew/contract/errors.ts'
import type { HostGuard } from './public-host.ts'
import { type WebAnswer, webAnswer } from './web-answer.ts'

const mostHops = 5

interface Following {
  readonly signal: AbortSignal | undefined
  readonly requireHost: HostGuard | undefined
}

/**
 * Asks for what lies at an address, and goes on where the answer points to: each address is looked at before it is asked, and
 * what was looked at is what is asked. A login is sent to the first host alone.
 *
 * @throws ProductError `origin.refused` where it is sent round and round, and what `requireHost` throws
 */
export async function followedRequest(
  first: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  { signal, requireHost }: Following,
): Promise<WebAnswer> {
  let url = new URL(first.url)
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const lookup = await requireHost?.(url)
    const isFirstHost = url.origin === new URL(first.url).origin
    const answer = await webAnswer({ url, headers: isFirstHost ? first.headers : {}, signal, lookup })
    const next = answer.location
    if (answer.status < 300 || answer.status >= 400 || next === null) return answer
    answer.body.destroy()
    const target = URL.canParse(next, url.href) ? new URL(next, url.href) : undefined
    if (target === undefined || !/^https?:$/.test(target.protocol)) break
    url = target
  }
  throw new ProductError('origin.refused', { from: new URL(first.url).host, problem: 'redirect' })
}
