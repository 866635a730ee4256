import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportOrigin } from '@vitalfew/contract/import-log.ts'
import { z } from 'zod'
import type { OriginAddress } from './origin-address.ts'
import { webAnswer } from './web-answer.ts'

export interface ClickHouseQuery {
  readonly address: OriginAddress
  readonly origin: ImportOrigin
  /** Is told the highest value of the growing column. */
  readonly seen: (value: string) => void
  readonly signal: AbortSignal | undefined
  readonly lookup: LookupFunction | undefined
}

/**
 * The rows of a query on a ClickHouse server as CSV, with a header, over HTTP and read-only.
 *
 * @throws ProductError `origin.refused`, `origin.noRows`
 */
export async function clickHouseAnswer(asked: ClickHouseQuery): Promise<Readable> {
  const { origin, seen } = asked
  const whole = origin.query.trim().replace(/;\s*$/, '')
  if (origin.highWater === undefined) return ask(asked, `${whole}\nFORMAT CSVWithNames`)
  const { column, value } = origin.highWater
  const type = await typeOfColumn(asked, { whole, column })
  const name = `\`${column.replaceAll(/[`\\]/g, (sign) => `\\${sign}`)}\``
  const condition = value === null ? '1' : `${name} > {beyond:${type}}`
  const highest = `SELECT toString(max(${name})) AS highest, count() AS rows FROM (${whole}) WHERE ${condition} FORMAT JSONEachRow`
  const beyond = value ?? ''
  const found = Highest.parse(JSON.parse(await text(await ask(asked, highest, beyond))))
  if (found.rows === 0) throw new ProductError('origin.noRows', { from: origin.from })
  // Rows may come in while we read: what lies beyond the value that will be remembered is left to the next time.
  const upTo = `SELECT * FROM (${whole}) WHERE ${condition} AND ${name} <= {highest:${type}} FORMAT CSVWithNames`
  seen(found.highest)
  return ask(asked, upTo, beyond, found.highest)
}

const Highest = z.object({ highest: z.string(), rows: z.coerce.number() })
const Described = z.object({ name: z.string(), type: z.string() })

async function typeOfColumn(
  asked: ClickHouseQuery,
  { whole, column }: { readonly whole: string; readonly column: string },
): Promise<string> {
  const lines = (await text(await ask(asked, `DESCRIBE (${whole}) FORMAT JSONEachRow`))).trim().split('\n')
  const columns = lines.map((line) => Described.parse(JSON.parse(line)))
  const type = columns.find(({ name }) => name === column)?.type
  if (type !== undefined) return /^(?:LowCardinality|Nullable)\((.*)\)$/.exec(type)?.[1] ?? type
  const expected = columns.map(({ name }) => name).join(', ')
  throw new ProductError('argument.invalid', { argument: '--high-water', value: column, expected })
}

const usualPorts = { http: '8123', https: '8443' } as const

async function ask({ address, signal, lookup }: ClickHouseQuery, sql: string, ...bounds: string[]): Promise<Readable> {
  const { url, shown, withoutSecrets, scheme } = address
  const port = url.port === '' ? usualPorts[scheme === 'clickhouses' ? 'https' : 'http'] : url.port
  const target = new URL(`${scheme === 'clickhouses' ? 'https' : 'http'}://${url.hostname}:${port}/`)
  const database = decodeURIComponent(url.pathname.slice(1))
  if (database !== '') target.searchParams.set('database', database)
  target.searchParams.set('readonly', '2')
  target.searchParams.set('output_format_json_quote_64bit_integers', '0')
  const [beyond, highest] = bounds
  if (beyond !== undefined) target.searchParams.set('param_beyond', beyond)
  if (highest !== undefined) target.searchParams.set('param_highest', highest)
  const headers = { authorization: basic(url) }
  const answer = await webAnswer({ url: target, method: 'POST', body: sql, headers, signal, lookup })
  if (answer.status === 200) return answer.body
  const problem = withoutSecrets((await text(answer.body)).slice(0, 300).replaceAll(/\s+/g, ' '))
  throw new ProductError('origin.refused', { from: shown, problem })
}

function basic({ username, password }: URL): string {
  const login = `${decodeURIComponent(username) || 'default'}:${decodeURIComponent(password)}`
  return `Basic ${Buffer.from(login).toString('base64')}`
}
