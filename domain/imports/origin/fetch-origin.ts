import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportOrigin } from '@vitalfew/contract/import-log.ts'
import type { OutsideQuery } from '@vitalfew/store/outside-rows.ts'
import { clickHouseAnswer } from './clickhouse-answer.ts'
import { followedRequest } from './followed-request.ts'
import { type OriginAddress, originAddress, type Secrets } from './origin-address.ts'
import type { HostGuard } from './public-host.ts'
import { rowCsv } from './row-csv.ts'
import { signedRequest } from './signed-request.ts'

export interface FetchedOrigin {
  /** A file with what was fetched; `discard` takes it away. */
  readonly path: string
  /** Where it came from, with the highest value that was seen. */
  readonly origin: ImportOrigin
  readonly discard: () => Promise<void>
}

export interface FetchOrigin extends Secrets {
  /** Refuses an address that may not be asked; every one may where nothing is given. */
  readonly requireHost?: HostGuard | undefined
  readonly now: Date
  readonly signal?: AbortSignal | undefined
}

/**
 * Fetches the rows of a database, or a file, into a file of its own that nobody else may read. Where a column only grows,
 * only rows beyond the highest value so far are fetched.
 *
 * @throws ProductError `origin.*`, `run.cancelled`
 */
export async function fetchOrigin(origin: ImportOrigin, around: FetchOrigin): Promise<FetchedOrigin> {
  const address = await originAddress(origin.from, around)
  const folder = await mkdtemp(join(tmpdir(), 'vitalfew-origin-'))
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const path = join(folder, fileName(address))
  const highWater = origin.highWater === undefined ? undefined : { ...origin.highWater }
  try {
    const seen = (value: string): void => {
      if (highWater !== undefined) highWater.value = value
    }
    const content = await contentOf({ origin, address, seen, around })
    const cancelled = around.signal === undefined ? {} : { signal: around.signal }
    await pipeline(content, createWriteStream(path, { mode: 0o600 }), cancelled)
    return { path, discard, origin: { ...origin, ...(highWater === undefined ? {} : { highWater }) } }
  } catch (cause) {
    await discard()
    if (around.signal?.aborted === true) throw new ProductError('run.cancelled', {}, { cause })
    if (cause instanceof ProductError) throw cause
    const problem = address.withoutSecrets(cause instanceof Error ? reasonOf(cause) : String(cause))
    const isRefused = cause instanceof Error && ('severity' in cause || 'sqlState' in cause)
    throw new ProductError(isRefused ? 'origin.refused' : 'origin.unreachable', { from: address.shown, problem })
  }
}

interface Content {
  readonly origin: ImportOrigin
  readonly address: OriginAddress
  readonly seen: (value: string) => void
  readonly around: FetchOrigin
}

async function contentOf({ origin, address, seen, around }: Content): Promise<Readable> {
  const { scheme, url, shown } = address
  const { signal, requireHost } = around
  if (scheme === 'http' || scheme === 'https' || scheme === 's3') {
    const request = scheme === 's3' ? signedRequest(url, around.now) : webRequest(url)
    const { status, statusText, body } = await followedRequest(request, { signal, requireHost })
    if (status >= 200 && status < 300) return body
    body.destroy()
    throw new ProductError('origin.refused', { from: shown, problem: `${status} ${statusText}`.trim() })
  }
  requireQuery(origin)
  const lookup = await requireHost?.(url)
  if (scheme === 'clickhouse' || scheme === 'clickhouses') {
    return clickHouseAnswer({ address, origin, seen, signal, lookup })
  }
  const asked = { sql: origin.query, beyond: origin.highWater, signal, lookup }
  return Readable.from(rowCsv(await databaseRows(address, asked), { origin, seen }))
}

/** The drivers of databases are loaded only where one is asked. */
async function databaseRows({ scheme, url }: OriginAddress, asked: Omit<OutsideQuery, 'url'>) {
  if (scheme === 'mysql') {
    const { mysqlRows } = await import('./mysql-rows.ts')
    return mysqlRows({ url, ...asked })
  }
  const { outsideRows } = await import('@vitalfew/store/outside-rows.ts')
  return outsideRows({ url: url.href, ...asked })
}

function requireQuery({ query }: ImportOrigin): void {
  if (query.trim() !== '') return
  throw new ProductError('argument.invalid', { argument: '--query', value: query, expected: 'SELECT …' })
}

function webRequest(url: URL): { readonly url: string; readonly headers: Record<string, string> } {
  const { username, password } = url
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  if (username === '') return { url: bare.href, headers: {} }
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  return { url: bare.href, headers: { authorization: `Basic ${login}` } }
}

function fileName({ scheme, url }: OriginAddress): string {
  const last = decodeURIComponent(basename(url.pathname)).replaceAll(/[^\p{L}\p{N}._-]/gu, '_')
  if (scheme === 'http' || scheme === 'https' || scheme === 's3') return last === '' ? 'download' : last
  return `${last === '' ? url.hostname : last}.csv`
}

/** What a driver says went wrong; a failed attempt at several addresses says it in its parts. */
function reasonOf(error: Error): string {
  const parts = error instanceof AggregateError ? error.errors : [error.cause, error]
  const told = parts.find((part): part is Error => part instanceof Error && part.message !== '')
  return told?.message ?? error.name
}
