import { randomUUID } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import type { z } from 'zod'
import { queryFailure } from './query-failure.ts'
import type { WarehouseQuery, WarehouseStatement } from './query.ts'

export interface WarehouseAddress {
  readonly url: string
  readonly username: string
  readonly password: string
  readonly database: string
}

export interface InsertOptions {
  /** Column expression list is part of `sql`: an INSERT statement that ends in its FORMAT. */
  readonly name: string
  readonly sql: string
  /** The same token twice inserts once; give one to everything that may be sent again. */
  readonly token?: string
}

/** The one way to the warehouse, embedded or not: ClickHouse over HTTP. */
export interface Warehouse {
  /** Asks a question whose answer is small enough to be objects. */
  rows<P extends z.ZodType, R extends z.ZodType>(
    query: WarehouseQuery<P, R>,
    parameters: z.input<P>,
  ): Promise<z.output<R>[]>
  /** Runs a statement. */
  run<P extends z.ZodType>(statement: WarehouseStatement<P>, parameters: z.input<P>): Promise<void>
  /** The answer of a query as the bytes of a format (CSVWithNames, RowBinary, ArrowStream …). */
  bytes<P extends z.ZodType, R extends z.ZodType>(
    query: WarehouseQuery<P, R>,
    request: { readonly parameters: z.input<P>; readonly format: string },
  ): Promise<Readable>
  /** Sends the bytes of an insert; resolves with the rows written when the engine has acknowledged them. */
  insert(options: InsertOptions, bytes: Readable | Buffer): Promise<number>
  /** A statement without parameters, as in migrations. */
  command(sql: string, name: string): Promise<void>
  version(): Promise<string>
  close(): Promise<void>
}

const sessionSettings = {
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 0,
  output_format_json_quote_denormals: 0,
  format_csv_null_representation: '',
  date_time_output_format: 'iso',
} as const

// The engine parses what our own code has cut into blocks: one insert is one block and so is all or nothing.
const insertSettings = {
  max_insert_block_size: '4000000',
  min_insert_block_size_rows: '4000000',
  min_insert_block_size_bytes: '0',
  max_block_size: '4000000',
  input_format_max_block_size_bytes: '0',
  input_format_parallel_parsing: 0,
  input_format_csv_trim_whitespaces: 0,
} as const

export function connectWarehouse(address: WarehouseAddress): Warehouse {
  const client = createClient({
    url: address.url,
    username: address.username,
    password: address.password,
    database: address.database,
    request_timeout: 3_600_000,
    max_open_connections: 8,
    compression: { request: false, response: false },
    clickhouse_settings: sessionSettings,
    log: { level: ClickHouseLogLevel.OFF },
  })

  return {
    rows: (query, parameters) =>
      attempt(query.name, async () => {
        const answer = await client.query({
          query: query.sql,
          query_params: bound(query.parameters, parameters),
          format: 'JSONEachRow',
        })
        const rows = await answer.json<unknown>()
        return query.row.array().parse(rows)
      }),
    run: (statement, parameters) =>
      attempt(statement.name, async () => {
        await client.command({ query: statement.sql, query_params: bound(statement.parameters, parameters) })
      }),
    bytes: (query, request) =>
      attempt(query.name, async () => {
        const answer = await client.exec({
          query: `${query.sql}\nFORMAT ${request.format}`,
          query_params: bound(query.parameters, request.parameters),
        })
        return namedStream(answer.stream, query.name)
      }),
    insert: (options, bytes) => attempt(options.name, () => insertBytes(client, { options, bytes })),
    command: (sql, name) =>
      attempt(name, async () => {
        await client.command({ query: sql })
      }),
    version: () =>
      attempt('version', async () => {
        const answer = await client.query({ query: 'SELECT version() AS version', format: 'JSONEachRow' })
        const [row] = await answer.json<{ version: string }>()
        return row?.version ?? ''
      }),
    close: () => client.close(),
  }
}

async function attempt<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw queryFailure(error, name)
  }
}

async function insertBytes(
  client: ClickHouseClient,
  { options, bytes }: { readonly options: InsertOptions; readonly bytes: Readable | Buffer },
): Promise<number> {
  const answer = await client.exec({
    query: options.sql,
    values: bytes instanceof Readable ? bytes : Readable.from([bytes]),
    query_id: randomUUID(),
    clickhouse_settings: {
      ...insertSettings,
      ...(options.token === undefined ? {} : { insert_deduplicate: 1, insert_deduplication_token: options.token }),
    },
  })
  answer.stream.resume()
  return Number(answer.summary?.written_rows ?? 0)
}

/** The engine breaks an answer off where it fails: whoever reads must learn which query that was. */
function namedStream(answer: Readable, name: string): Readable {
  const stream = new PassThrough()
  answer.once('error', (error) => stream.destroy(queryFailure(error, name)))
  stream.once('close', () => answer.destroy())
  return answer.pipe(stream)
}

function bound<P extends z.ZodType>(schema: P, parameters: z.input<P>): Record<string, unknown> {
  const parsed: unknown = schema.parse(parameters)
  if (typeof parsed !== 'object' || parsed === null) return {}
  return Object.fromEntries(Object.entries(parsed))
}
