import { connect, type LookupFunction } from 'node:net'
import { addAbortSignal } from 'node:stream'
import mysql, { type Connection, type FieldPacket } from 'mysql2'
import { mysqlLiteral, mysqlText } from './mysql-values.ts'
import { mysqlTls } from './mysql-tls.ts'

export interface MysqlQuery {
  readonly url: URL
  readonly sql: string
  readonly signal?: AbortSignal | undefined
  /** Answers with the addresses that were found to be allowed; the system's own where nothing is given. */
  readonly lookup?: LookupFunction | undefined
  /** Column whose values only grow, and the value beyond which rows are wanted. */
  readonly beyond?: { readonly column: string; readonly value: string | null } | undefined
}

export interface MysqlRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

const rowsAtOnce = 2_000
const connectMilliseconds = 10_000

/**
 * The rows of a query on a MySQL or MariaDB server, some thousands at a time and as the server writes them: decimals with
 * all their digits, days as days. The server sends them as they are taken. It only reads: the query stands inside another
 * one, in a transaction that could do nothing else. With `beyond` they come in the order of that column.
 *
 * @throws ProductError `argument.invalid` for an address that asks for what is not known; the driver's own error when the
 * server cannot be reached or refuses
 */
export async function* mysqlRows(asked: MysqlQuery): AsyncGenerator<MysqlRows> {
  const { signal } = asked
  signal?.throwIfAborted()
  const connection = await connected(asked)
  const cancel = (): void => connection.destroy()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    await connection.promise().query('START TRANSACTION READ ONLY')
    yield* rowsOf(connection, { sql: await boundedQuery(connection, asked), signal })
  } finally {
    signal?.removeEventListener('abort', cancel)
    connection.destroy()
  }
}

async function connected({ url, lookup }: MysqlQuery): Promise<Connection> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = url.port === '' ? 3306 : Number(url.port)
  const tls = mysqlTls(url)
  const connection = mysql.createConnection({
    host,
    port,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    charset: 'utf8mb4',
    connectTimeout: connectMilliseconds,
    disableEval: true,
    stream: () => connect({ host, port, ...(lookup === undefined ? {} : { lookup }) }).setNoDelay(true),
    ...(tls === undefined ? {} : { ssl: tls }),
  })
  // Told where the query is awaited; without a listener the process would end instead.
  connection.on('error', () => undefined)
  await connection.promise().connect()
  return connection
}

interface Wanted {
  readonly sql: string
  readonly signal: AbortSignal | undefined
}

async function* rowsOf(connection: Connection, { sql, signal }: Wanted): AsyncGenerator<MysqlRows> {
  const stream = connection.query({ sql, rowsAsArray: true, typeCast: false }).stream({ highWaterMark: rowsAtOnce })
  // A connection that breaks, or is broken off, says so to whoever waits for its rows.
  connection.on('error', (cause: Error) => stream.destroy(cause))
  if (signal !== undefined) addAbortSignal(signal, stream)
  let fields: readonly FieldPacket[] = []
  stream.once('fields', (found: readonly FieldPacket[]) => (fields = found))
  let rows: (string | null)[][] = []
  for await (const row of stream) {
    rows.push(cellsOf(row).map((cell, index) => mysqlText(cell, fields[index])))
    if (rows.length < rowsAtOnce) continue
    yield { columns: fields.map(({ name }) => name), rows }
    rows = []
  }
  yield { columns: fields.map(({ name }) => name), rows }
}

/** A row as the driver hands it over with `rowsAsArray` and without `typeCast`: a Buffer per cell, or null. */
function cellsOf(row: unknown): readonly (Buffer | null)[] {
  return row as readonly (Buffer | null)[]
}

/** The query inside another one, or its rows beyond a value of one column, in the order of that column. */
async function boundedQuery(connection: Connection, { sql, beyond }: MysqlQuery): Promise<string> {
  // On a line of its own, for the query may end in a comment.
  const whole = `SELECT * FROM (\n${sql.trim().replace(/;\s*$/, '')}\n) AS wanted`
  if (beyond === undefined) return whole
  const column = `wanted.\`${beyond.column.replaceAll('`', '``')}\``
  if (beyond.value === null) return `${whole} WHERE ${column} IS NOT NULL ORDER BY ${column}`
  const [, fields] = await connection.promise().query(`${whole} LIMIT 0`)
  const field = fields.find(({ name }) => name.toLowerCase() === beyond.column.toLowerCase())
  return `${whole} WHERE ${column} > ${mysqlLiteral(beyond.value, field)} ORDER BY ${column}`
}
