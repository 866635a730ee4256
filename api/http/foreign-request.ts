import { ProductError } from '@vitalfew/contract/errors.ts'

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopbackNames = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

export interface OwnAddress {
  /** Scheme, host and port that people open. */
  readonly publicUrl: string
  /** True where the server listens on this machine alone and nobody named an address. */
  readonly onlyLoopback: boolean
}

/**
 * Refuses requests that a page of somebody else made a browser send: an unsafe one has to come from a page of ours. A
 * browser always says where a request comes from; programs that use an API key need not.
 *
 * @throws ProductError `access.crossOrigin`, `access.wrongHost`
 */
export function refuseForeign(request: Request, { publicUrl, onlyLoopback }: OwnAddress): void {
  const { headers, method } = request
  const host = headers.get('host') ?? new URL(request.url).host
  // A name that somebody else's server resolves to 127.0.0.1 would make their page one of ours.
  if (onlyLoopback && !loopbackNames.test(host)) throw new ProductError('access.wrongHost', { host })
  if (safe.has(method)) return
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new ProductError('access.crossOrigin')
  if (origin !== null && !isOwn(origin, { host, publicUrl })) throw new ProductError('access.crossOrigin')
  const isSaid = site !== null || origin !== null
  if (!isSaid && headers.has('cookie')) throw new ProductError('access.crossOrigin')
}

function isOwn(origin: string, { host, publicUrl }: { readonly host: string; readonly publicUrl: string }): boolean {
  return origin === new URL(publicUrl).origin || URL.parse(origin)?.host === host
}
