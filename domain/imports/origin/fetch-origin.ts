import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportOrigin } from '@vitalfew/contract/import-log.ts'
import { clickHouseAnswer } from './clickhouse-answer.ts'
import { followedRequest } from './followed-request.ts'
import { type OriginAddress, originAddress, type Secrets } from './origin-address.ts'
import { postgresCsv } from './postgres-csv.ts'
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
  readonly requireHost?: ((url: URL) => Promise<void>) | undefined
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
    await around.requireHost?.(address.url)
    const content = await contentOf({ origin, address, seen, around })
    const cancelled = around.signal === undefined ? {} : { signal: around.signal }
    await pipeline(content, createWriteStream(path, { mode: 0o600 }), cancelled)
    return { path, discard, origin: { ...origin, ...(highWater === undefined ? {} : { highWater }) } }
  } catch (cause) {
    await discard()
    if (around.signal?.aborted === true) throw new ProductError('run.cancelled', {}, { cause })
    if (cause instanceof ProductError) throw cause
    const problem = address.withoutSecrets(cause instanceof Error ? reasonOf(cause) : String(cause))
    const isRefused = cause instanceof Error && 'severity' in cause
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
  const { signal = null } = around
  if (scheme === 'postgres') {
    requireQuery(origin)
    return Readable.from(postgresCsv({ url: url.href, origin, seen, signal: around.signal }))
  }
  if (scheme === 'clickhouse' || scheme === 'clickhouses') {
    requireQuery(origin)
    return clickHouseAnswer({ address, origin, seen, signal: around.signal })
  }
  const request = scheme === 's3' ? signedRequest(url, around.now) : webRequest(url)
  const answer = await followedRequest(request, { signal, requireHost: around.requireHost })
  if (!answer.ok || answer.body === null) {
    throw new ProductError('origin.refused', { from: shown, problem: `${answer.status} ${answer.statusText}`.trim() })
  }
  return Readable.from(answer.body)
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
