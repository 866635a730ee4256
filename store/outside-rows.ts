import { type LookupFunction, Socket } from 'node:net'
import pg from 'pg'

export interface OutsideQuery {
  readonly url: string
  readonly sql: string
  readonly signal?: AbortSignal | undefined
  /** Says where the name of the host lies; the system does where nothing is given. */
  readonly lookup?: LookupFunction | undefined
  /** Column whose values only grow, and the value beyond which rows are wanted. */
  readonly beyond?: { readonly column: string; readonly value: string | null } | undefined
}

export interface OutsideRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

const rowsAtOnce = 5_000

/**
 * The rows of a query on a PostgreSQL server that somebody else runs, some thousands at a time and as the server writes
 * them. It only reads: the transaction could not do anything else. With `beyond` they come in the order of that column.
 *
 * @throws the driver's own error when the server cannot be reached or refuses
 */
export async function* outsideRows({ url, sql, signal, beyond, lookup }: OutsideQuery): AsyncGenerator<OutsideRows> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'vitalfew import',
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: () => (value: string) => value },
    ...(lookup === undefined ? {} : { stream: () => socketWith(lookup) }),
  })
  client.on('error', () => undefined)
  const cancel = (): void => void client.end().catch(() => undefined)
  await client.connect()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    await client.query('BEGIN TRANSACTION READ ONLY')
    await client.query(`DECLARE wanted NO SCROLL CURSOR FOR ${boundedQuery(sql, beyond)}`)
    for (;;) {
      const { fields, rows } = await client.query<(string | null)[]>({
        text: `FETCH ${rowsAtOnce} FROM wanted`,
        rowMode: 'array',
      })
      yield { columns: fields.map(({ name }) => name), rows }
      if (rows.length < rowsAtOnce) return
    }
  } finally {
    signal?.removeEventListener('abort', cancel)
    await client.end().catch(() => undefined)
  }
}

/** The query as it stands, or its rows beyond a value of one column, in the order of that column. */
function boundedQuery(sql: string, beyond: OutsideQuery['beyond']): string {
  const whole = sql.trim().replace(/;\s*$/, '')
  if (beyond === undefined) return whole
  const column = `q.${pg.escapeIdentifier(beyond.column)}`
  const condition = beyond.value === null ? `${column} IS NOT NULL` : `${column} > ${pg.escapeLiteral(beyond.value)}`
  return `SELECT * FROM (${whole}) AS q WHERE ${condition} ORDER BY ${column}`
}

/** A socket that the driver can connect by the name of a host, which keeps the name for the certificate. */
function socketWith(lookup: LookupFunction): Socket {
  const socket = new Socket()
  const connect = socket.connect.bind(socket)
  return Object.assign(socket, {
    connect: (port: number, host: string): Socket => connect({ port, host, lookup }),
  })
}
