import { ProductError } from '@vitalfew/contract/errors.ts'

const mostHops = 5

interface Following {
  readonly signal: AbortSignal | null
  readonly requireHost: ((url: URL) => Promise<void>) | undefined
}

/**
 * Asks for what lies at an address, and goes on where the answer points to: each address is looked at before it is asked,
 * and a login is sent to the first host alone.
 *
 * @throws ProductError `origin.refused` where it is sent round and round, and what `requireHost` throws
 */
export async function followedRequest(
  first: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  { signal, requireHost }: Following,
): Promise<Response> {
  let url = new URL(first.url)
  for (let hop = 0; hop <= mostHops; hop += 1) {
    if (hop > 0) await requireHost?.(url)
    const isFirstHost = url.origin === new URL(first.url).origin
    const answer = await fetch(url, { headers: isFirstHost ? first.headers : {}, signal, redirect: 'manual' })
    const next = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || next === null) return answer
    await answer.body?.cancel()
    const target = URL.canParse(next, url.href) ? new URL(next, url.href) : undefined
    if (target === undefined || !/^https?:$/.test(target.protocol)) break
    url = target
  }
  throw new ProductError('origin.refused', { from: new URL(first.url).host, problem: 'redirect' })
}
