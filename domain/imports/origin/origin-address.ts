import { readFile } from 'node:fs/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'

/** The value that a variable of the environment has. */
export type SecretOf = (variable: string) => string | undefined

/** Where secrets that an address names are found. */
export interface Secrets {
  readonly secretOf: SecretOf
  /** Where the file of a secret lies; as its path says, unless only some files may be read. */
  readonly secretFile?: ((path: string) => string | undefined) | undefined
}

export const originSchemes = ['postgres', 'mysql', 'clickhouse', 'clickhouses', 'https', 'http', 's3'] as const
export type OriginScheme = (typeof originSchemes)[number]

export interface OriginAddress {
  readonly scheme: OriginScheme
  /** The address with its secrets in it. */
  readonly url: URL
  /** The address as it may be shown and kept. */
  readonly shown: string
  /** Takes what must not be seen out of a text. */
  readonly withoutSecrets: (text: string) => string
}

/** Names under which an address may call one of the schemes. */
const otherNames: ReadonlyMap<string, OriginScheme> = new Map([
  ['postgresql', 'postgres'],
  ['mariadb', 'mysql'],
])

const reference = /\{(env|file):([^{}]+)\}/g

/**
 * Puts secrets in the place of what refers to them: `{env:NAME}` for a variable, `{file:PATH}` for the content of a file.
 * A password that stands in the address itself is refused: it would be kept in the log and in the history of the shell.
 *
 * @throws ProductError `origin.unknownScheme`, `origin.secretInAddress`, `origin.secretMissing`
 */
export async function originAddress(from: string, { secretOf, secretFile }: Secrets): Promise<OriginAddress> {
  const scheme = soundAddress(from)
  const secrets: string[] = []
  let address = from
  for (const [whole, kind = '', name = ''] of from.matchAll(reference)) {
    const secret = kind === 'env' ? secretOf(name) : await contentOf(secretFile === undefined ? name : secretFile(name))
    if (secret === undefined || secret === '') throw new ProductError('origin.secretMissing', { reference: whole })
    secrets.push(secret, encodeURIComponent(secret))
    address = address.replace(whole, encodeURIComponent(secret))
  }
  return {
    scheme,
    url: new URL(address),
    shown: from,
    withoutSecrets: (text) => secrets.reduce((left, secret) => left.replaceAll(secret, '***'), text),
  }
}

/**
 * Makes sure that an address can be kept: that it is one, and that no secret stands in it.
 *
 * @throws ProductError `origin.unknownScheme`, `origin.secretInAddress`
 */
export function soundAddress(from: string): OriginScheme {
  const scheme = originScheme(from)
  const bare = from.replaceAll(reference, 'reference')
  if (!URL.canParse(bare)) throw unknown(from)
  const written = /^[a-z0-9]+:\/\/[^/@]*?:([^/@]*)@/i.exec(from)?.[1] ?? ''
  const given = [...new URL(bare).searchParams].filter(([name]) => secretName.test(name))
  if (written.replaceAll(reference, '') !== '' || given.some(([, value]) => value !== 'reference')) {
    throw new ProductError('origin.secretInAddress', { from: hidden(from) })
  }
  return scheme
}

const secretName = /pass(?:word|wd)?$|secret|token|api_?key|signature|credential/i

/**
 * What kind of place an address names.
 *
 * @throws ProductError `origin.unknownScheme`
 */
function originScheme(from: string): OriginScheme {
  const written = /^([a-z0-9+]+):\/\//i.exec(from)?.[1]?.toLowerCase() ?? ''
  const name = otherNames.get(written) ?? written
  const scheme = originSchemes.find((known) => known === name)
  if (scheme === undefined) throw unknown(from)
  return scheme
}

function unknown(from: string): ProductError {
  const schemes = originSchemes.map((scheme) => `${scheme}://`).join(', ')
  return new ProductError('origin.unknownScheme', { from: hidden(from), schemes })
}

function hidden(from: string): string {
  return from.replace(/\/\/[^/@]*@/, '//…@').replace(/\?.*$/su, '?…')
}

async function contentOf(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch {
    return undefined
  }
}
