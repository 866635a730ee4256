import { randomUUID } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { z } from 'zod'
import { queryFailure } from './query-failure.ts'
import { defineQuery, type WarehouseQuery, type WarehouseStatement } from './query.ts'

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
  /** Lets the engine keep rows as they come; a failure then leaves what had come before it. */
  readonly inPieces?: true
}

/** A column by whose values tables are cut into partitions: one import, or one analysis run. */
export type PartitionColumn = 'import_id' | 'run_id'

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
  /** The partitions of some tables that are there, whether anything speaks of them or not. */
  partitions(tables: readonly string[]): Promise<string[]>
  /**
   * Says that one partition is complete in every table that has it. Where rows have replicas it makes sure that all of
   * them hold the same, and remembers what that is.
   */
  seal(column: PartitionColumn, value: string | number): Promise<void>
  /** Makes sure that everything sealed is still there; replicas that lost some of it get it back. */
  verify(): Promise<void>
  /** Ends whatever this connection has under way. */
  cancel(): Promise<void>
  close(): Promise<void>
}

/** The way to one engine, for those who lead several of them. */
export interface NodeConnection extends Warehouse {
  /** Runs a statement under a name by which it can be ended from elsewhere. */
  runAs<P extends z.ZodType>(
    queryId: string,
    { statement, parameters }: { readonly statement: WarehouseStatement<P>; readonly parameters: z.input<P> },
  ): Promise<void>
  /** Ends a statement, and what others do here on its behalf; resolves when all of that has ended. */
  end(queryId: string): Promise<void>
}

const sessionSettings = {
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 0,
  output_format_json_quote_denormals: 0,
  format_csv_null_representation: '',
  date_time_output_format: 'iso',
  // An insert is compared with earlier ones by its token, and without one never: equal rows are rows.
  insert_deduplicate: 0,
  deduplicate_insert: 'backward_compatible_choice',
  async_insert: 0,
  cancel_http_readonly_queries_on_client_close: 1,
  // On a cluster an answer is whole or an error, and what is acknowledged has reached every replica.
  skip_unavailable_shards: 0,
  fallback_to_stale_replicas_for_distributed_queries: 0,
  distributed_foreground_insert: 1,
  parallel_distributed_insert_select: '0',
  distributed_product_mode: 'global',
} as const

const joinsOnShard = { distributed_product_mode: 'local' } as const

// The engine parses what our own code has cut into blocks: one insert is one block and so is all or nothing.
const insertSettings = {
  max_insert_block_size: '4000000',
  min_insert_block_size_rows: '4000000',
  min_insert_block_size_bytes: '0',
  max_block_size: '4000000',
  input_format_max_block_size_bytes: '0',
  input_format_parallel_parsing: 0,
  input_format_csv_trim_whitespaces: 0,
  // A node would count the rows of its own share twice.
  prefer_localhost_replica: 0,
} as const

export function connectWarehouse(address: WarehouseAddress): NodeConnection {
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

  const underWay = new Set<string>()
  const questions = questionsTo(client, attempts(underWay))
  return {
    ...questions,
    run: (statement, parameters) => questions.runAs(randomUUID(), { statement, parameters }),
    version: async () => (await questions.rows(engineVersion, {}))[0]?.version ?? '',
    partitions: async (tables) => {
      const present = await questions.rows(presentPartitions, { tables: [...tables] })
      return present.map((row) => row.partition)
    },
    // An engine that stands alone has each row once: nothing can differ from anything.
    seal: () => Promise.resolve(),
    verify: () => Promise.resolve(),
    end: async (queryId) => {
      await client.command({ query: killing([queryId]) })
    },
    cancel: async () => {
      if (underWay.size === 0) return
      // Whoever cancels is about to leave: a server that cannot be told any more is left to itself.
      await client.command({ query: killing(underWay) }).catch(() => undefined)
    },
    close: () => client.close(),
  }
}

/** Does something under a name of its own, which it gets unless it has one, and says of a failure what it was. */
type Attempt = <T>(name: string, work: (queryId: string) => Promise<T>, queryId?: string) => Promise<T>

function attempts(underWay: Set<string>): Attempt {
  return async (name, work, queryId = randomUUID()) => {
    underWay.add(queryId)
    try {
      return await work(queryId)
    } catch (error) {
      throw queryFailure(error, name)
    } finally {
      underWay.delete(queryId)
    }
  }
}

function questionsTo(
  client: ClickHouseClient,
  attempt: Attempt,
): Pick<NodeConnection, 'rows' | 'runAs' | 'bytes' | 'insert' | 'command'> {
  return {
    rows: (query, parameters) =>
      attempt(query.name, async (queryId) => {
        const sent = { ...asked(query, parameters), query: query.sql, query_id: queryId }
        const answer = await client.query({ ...sent, format: 'JSONEachRow' })
        return query.row.array().parse(await answer.json<unknown>())
      }),
    runAs: (name, { statement, parameters }) =>
      attempt(
        statement.name,
        async (queryId) => {
          await client.command({ ...asked(statement, parameters), query: statement.sql, query_id: queryId })
        },
        name,
      ),
    bytes: (query, { parameters, format }) =>
      attempt(query.name, async (queryId) => {
        const sql = `${query.sql}\nFORMAT ${format}`
        const answer = await client.exec({ ...asked(query, parameters), query: sql, query_id: queryId })
        return namedStream(answer.stream, query.name)
      }),
    insert: (options, bytes) => attempt(options.name, (queryId) => insertBytes(client, { options, bytes, queryId })),
    command: (sql, name) =>
      attempt(name, async (queryId) => {
        await client.command({ query: sql, query_id: queryId })
      }),
  }
}

const engineVersion = defineQuery({
  name: 'version',
  parameters: z.object({}),
  row: z.object({ version: z.string() }),
  sql: 'SELECT version() AS version',
})

const presentPartitions = defineQuery({
  name: 'present-partitions',
  parameters: z.object({ tables: z.array(z.string()) }),
  row: z.object({ partition: z.string() }),
  sql: `SELECT DISTINCT partition FROM system.parts
WHERE database = currentDatabase() AND table IN {tables:Array(String)} AND active
ORDER BY partition`,
})

/** Our own names of queries: nothing in them needs to be quoted. */
function killing(queryIds: Iterable<string>): string {
  const names = [...queryIds].map((id) => `'${id}'`).join(', ')
  return `KILL QUERY WHERE query_id IN (${names}) OR initial_query_id IN (${names}) SYNC`
}

/** What a question is sent with: its values, and how its joins are to be read on a cluster. */
function asked<P extends z.ZodType>(question: WarehouseStatement<P>, parameters: z.input<P>) {
  const settings = question.joinsOnShard === true ? { clickhouse_settings: joinsOnShard } : {}
  return { query_params: bound(question.parameters, parameters), ...settings }
}

async function insertBytes(
  client: ClickHouseClient,
  {
    options,
    bytes,
    queryId,
  }: { readonly options: InsertOptions; readonly bytes: Readable | Buffer; readonly queryId: string },
): Promise<number> {
  const answer = await client.exec({
    query: options.sql,
    values: bytes instanceof Readable ? bytes : Readable.from([bytes]),
    query_id: queryId,
    clickhouse_settings: {
      ...(options.inPieces === true ? {} : insertSettings),
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
