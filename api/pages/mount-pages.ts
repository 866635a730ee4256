import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Context, Hono } from 'hono'
import type { ApiEnv } from '../http/api-env.ts'
import { newNonce } from '../http/new-nonce.ts'
import { requestLocale } from '../http/request-locale.ts'
import { contentPolicy } from '../http/security-headers.ts'

/** The web app as it is served: files whose names change with their content, and the page that loads them. */
export interface Pages {
  readonly files: ReadonlyMap<string, { readonly body: Uint8Array; readonly type: string }>
  readonly html: (options: { readonly nonce: string; readonly locale: Locale }) => string
}

/** Serves the web app below `/`; every address that is no file is a page of it. */
export function mountPages(app: Hono<ApiEnv>, make: () => Promise<Pages>): void {
  const load = once(make)
  app.get('/assets/:file{.+}', async (c) => {
    const { files } = await load()
    const file = files.get(c.req.param('file'))
    if (file === undefined) return c.notFound()
    const body = new Uint8Array(file.body)
    return c.body(body, 200, { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' })
  })
  app.get('*', async (c) => (isFileName(c.req.path) ? c.notFound() : page(c, await load())))
}

/** Made when it is first asked for, and kept; a failure is tried again at the next request. */
function once(make: () => Promise<Pages>): () => Promise<Pages> {
  let made: Promise<Pages> | undefined
  return () => {
    made ??= make().catch((cause: unknown) => {
      made = undefined
      throw cause
    })
    return made
  }
}

function page(c: Context<ApiEnv>, pages: Pages): Response {
  const nonce = newNonce()
  c.header('content-security-policy', contentPolicy(nonce))
  c.header('cache-control', 'no-store')
  return c.html(pages.html({ nonce, locale: requestLocale(c.req.raw.headers) }))
}

function isFileName(path: string): boolean {
  return path.startsWith('/api/') || /\.[a-z0-9]{1,8}$/i.test(path)
}
