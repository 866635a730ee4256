import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Context, Hono } from 'hono'
import type { ApiEnv } from '../http/api-env.ts'
import { contentPolicy } from '../http/security-headers.ts'
import { newNonce } from '../http/new-nonce.ts'
import { openApiDocument } from './openapi-document.ts'

const viewer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const assets = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
])

/** The contract as OpenAPI, and a page to read and try it, from files that come along. */
export function mountApiDocs(app: Hono<ApiEnv>, productVersion: string): void {
  app.get('/api/openapi.json', async (c) => c.json(await openApiDocument(productVersion)))
  app.get('/api/docs', page)
  app.get('/api/docs/:file', async (c) => {
    const type = assets.get(c.req.param('file'))
    if (type === undefined) return c.notFound()
    const body = new Uint8Array(await readFile(join(viewer, c.req.param('file'))))
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'private, max-age=3600' })
  })
}

function page(c: Context<ApiEnv>): Response {
  const nonce = newNonce()
  c.header('content-security-policy', contentPolicy(nonce))
  return c.html(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Vital Few API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="viewer"></main>
<script nonce="${nonce}" src="/api/docs/swagger-ui-bundle.js"></script>
<script nonce="${nonce}">SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#viewer', deepLinking: true })</script>
</body></html>`)
}
