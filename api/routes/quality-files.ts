import { Readable } from 'node:stream'
import { getDoubtfulLines } from '@vitalfew/domain/data-quality/index.ts'
import type { Hono } from 'hono'
import type { ApiEnv } from '../http/api-env.ts'

/** Every line that a check doubts, as a file. */
export function mountQualityFiles(app: Hono<ApiEnv>): void {
  app.get('/api/quality/:check/lines.csv', async (c) => {
    const check = c.req.param('check')
    const { viewer, warehouse } = c.get('context')
    const lines = await getDoubtfulLines(viewer, { warehouse }, check)
    return new Response(asBody(lines), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${check}.csv`)}`,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** Node's web stream and the one of an answer are one class under two names. */
function asBody(file: Readable): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(file) as globalThis.ReadableStream<Uint8Array>
}
