import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { fetchExport, rejectedPath, rejectedRows, takeUpload } from '@vitalfew/domain/jobs/index.ts'
import type { Hono } from 'hono'
import type { ApiEnv } from '../http/api-env.ts'

/** The largest file that is taken over the network. */
const mostUploadBytes = 2 * 1024 ** 3

/** The routes whose bodies are files: they are streamed, and so are no part of the contract's handler. */
export function mountFiles(app: Hono<ApiEnv>): void {
  app.post('/api/uploads', async (c) => {
    const { viewer, database, uploadsDirectory, keyScopes } = c.get('context')
    if (keyScopes !== undefined && !keyScopes.some((scope) => scope !== 'read')) {
      throw new ProductError('access.keyScope', { scope: 'write' })
    }
    const { body } = c.req.raw
    const file = c.req.query('file') ?? 'file'
    if (body === null) throw new ProductError('input.empty', { file, path: file })
    const bytes = Readable.fromWeb(asNodeStream(body))
    return c.json(
      await takeUpload(viewer, database, { uploadsDirectory, file, mostBytes: mostUploadBytes, bytes }),
      201,
    )
  })
  app.get('/api/exports/:id/file', async (c) => {
    const id = c.req.param('id')
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new ProductError('export.notFound')
    const { path, file } = await fetchExport(c.get('context').viewer, c.get('context'), id)
    return download(path, file)
  })
  app.get('/api/imports/:id/rejected.csv', async (c) => {
    const id = Number(c.req.param('id'))
    if (!Number.isSafeInteger(id) || id < 1) throw new ProductError('import.notFound', { import: c.req.param('id') })
    const { viewer, uploadsDirectory } = c.get('context')
    await rejectedRows(viewer, c.get('context'), id)
    return download(rejectedPath(uploadsDirectory, id), `rejected-${id}.csv`)
  })
}

async function download(path: string, file: string): Promise<Response> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new ProductError('export.notFound')
  const isWorkbook = file.endsWith('.xlsx')
  return new Response(asBody(createReadStream(path)), {
    headers: {
      'content-type': isWorkbook
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8',
      'content-length': String(found.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The stream of a request and that of Node are one class under two names. */
function asNodeStream(body: globalThis.ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return body as ReadableStream<Uint8Array>
}

/** And so are the two streams of an answer. */
function asBody(file: Readable): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(file) as globalThis.ReadableStream<Uint8Array>
}
