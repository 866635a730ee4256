import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

export interface WebRequest {
  readonly url: URL
  readonly method?: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal | undefined
  /** Says where names lie; the system does where nothing is given. */
  readonly lookup?: LookupFunction | undefined
}

export interface WebAnswer {
  readonly status: number
  readonly statusText: string
  readonly location: string | null
  readonly body: Readable
}

/**
 * Asks one address, without following where it points to. Unlike `fetch` it can be told which of a host's addresses to
 * connect to, while the certificate is still that of the name.
 *
 * @throws the system's own error when nobody answers
 */
export async function webAnswer({
  url,
  method = 'GET',
  headers,
  body,
  signal,
  lookup,
}: WebRequest): Promise<WebAnswer> {
  const ask = url.protocol === 'https:' ? secureRequest : plainRequest
  const options = {
    method,
    headers: { 'user-agent': 'vitalfew', 'accept-encoding': 'identity', ...headers },
    agent: false,
    ...(signal === undefined ? {} : { signal }),
    ...(lookup === undefined ? {} : { lookup }),
  }
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    // The listener stays: what goes wrong later is told by the body.
    const asking = ask(url, options).on('error', failed).once('response', answered)
    asking.end(body)
  })
  const { statusCode = 0, statusMessage = '', headers: told } = answer
  return { status: statusCode, statusText: statusMessage, location: told.location ?? null, body: unpacked(answer) }
}

const unpackers: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
])

/** Some servers keep objects packed and send them so, whatever was asked. */
function unpacked(answer: IncomingMessage): Readable {
  const packing = answer.headers['content-encoding']?.trim().toLowerCase()
  const unpack = packing === undefined ? undefined : unpackers.get(packing)?.()
  if (unpack === undefined) return answer
  // An end before its time is told by what reads the result.
  return pipeline(answer, unpack, () => undefined)
}
