import { createHash, createHmac } from 'node:crypto'

const emptyPayload = createHash('sha256').update('').digest('hex')

/**
 * A request for one object of a store that speaks S3, signed by version 4 of Amazon's scheme. The address is
 * `s3://KEY:SECRET@HOST/BUCKET/OBJECT?region=REGION`; `insecure=1` asks without TLS. An address without a key is not signed.
 */
export function signedRequest(url: URL, now: Date): { readonly url: string; readonly headers: Record<string, string> } {
  const region = url.searchParams.get('region') ?? 'us-east-1'
  const scheme = url.searchParams.get('insecure') === '1' ? 'http' : 'https'
  const path = url.pathname.split('/').map(encoded).join('/')
  const target = `${scheme}://${url.host}${path}`
  if (url.username === '') return { url: target, headers: {} }
  const login = { key: decodeURIComponent(url.username), secret: decodeURIComponent(url.password) }
  const headers = { host: url.host, 'x-amz-content-sha256': emptyPayload, 'x-amz-date': stamp(now) }
  const authorization = authorizationOf({ path, headers, region, ...login })
  const { host: _host, ...sent } = headers
  return { url: target, headers: { ...sent, authorization } }
}

interface Signing {
  readonly path: string
  readonly headers: Readonly<Record<string, string>> & { readonly 'x-amz-date': string }
  readonly region: string
  readonly key: string
  readonly secret: string
}

/** The header that says who asks; headers are signed in the order of their names. */
export function authorizationOf({ path, headers, region, key, secret }: Signing): string {
  const names = Object.keys(headers).toSorted()
  const signed = names.join(';')
  const lines = names.map((name) => `${name}:${headers[name] ?? ''}\n`).join('')
  const request = ['GET', path, '', lines, signed, emptyPayload].join('\n')
  const when = headers['x-amz-date']
  const scope = `${when.slice(0, 8)}/${region}/s3/aws4_request`
  const digest = createHash('sha256').update(request).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', when, scope, digest].join('\n')
  const steps = [when.slice(0, 8), region, 's3', 'aws4_request']
  const signing = steps.reduce<Buffer | string>((last, step) => hmac(last, step), `AWS4${secret}`)
  const signature = hmac(signing, toSign).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${key}/${scope},SignedHeaders=${signed},Signature=${signature}`
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function stamp(now: Date): string {
  return now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
}

function encoded(part: string): string {
  return encodeURIComponent(decodeURIComponent(part)).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
