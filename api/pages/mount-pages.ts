import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Context, Hono } from 'hono'
import type { ApiEnv } from '../http/api-env.ts'
import { newNonce } from '../http/new-nonce.ts'
import { requestLocale } from '../http/request-locale.ts'
import { contentPolicy } from '../http/security-headers.ts'

interface PageFile {
  readonly type: string
  readonly body: Uint8Array
  /** The same, packed by brotli. */
  readonly packed: Uint8Array
}

interface PageOptions {
  readonly nonce: string
  readonly locale: Locale
  readonly path: string
  readonly isKnown: boolean
}

/** The web app as it is served: files whose names change with their content, and the page that loads them. */
export interface Pages {
  readonly files: ReadonlyMap<string, PageFile>
  readonly html: (options: PageOptions) => string
}

/** Serves the web app below `/`; every address that is no file is a page of it. */
export function mountPages(app: Hono<ApiEnv>, load: () => Promise<Pages>): void {
  app.get('/assets/:file{.+}', async (c) => {
    const { files } = await load()
    const file = files.get(c.req.param('file'))
    if (file === undefined) return c.notFound()
    const headers = { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' }
    if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(new Uint8Array(file.body), 200, headers)
    const vary = { 'content-encoding': 'br', vary: 'accept-encoding' }
    return c.body(new Uint8Array(file.packed), 200, { ...headers, ...vary })
  })
  app.get('*', async (c) => (isFileName(c.req.path) ? c.notFound() : page(c, await load())))
}

function page(c: Context<ApiEnv>, pages: Pages): Response {
  const nonce = newNonce()
  c.header('content-security-policy', contentPolicy(nonce))
  c.header('cache-control', 'no-store')
  const { headers } = c.req.raw
  const isKnown = headers.has('cookie')
  return c.html(pages.html({ nonce, locale: requestLocale(headers), path: c.req.path, isKnown }))
}

function isFileName(path: string): boolean {
  return path.startsWith('/api/') || /\.[a-z0-9]{1,8}$/i.test(path)
}
