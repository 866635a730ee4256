import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { StoreTables } from './tables.ts'
import { storeTypes } from './type-parsers.ts'

/** How to log in to the embedded server; `host` is the folder of its socket. */
export interface StoreLogin {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly password: string
}

/** An embedded server, or any PostgreSQL by `postgres://` URL. */
export type StoreAddress = StoreLogin | { readonly url: string }

export interface StorePoolOptions {
  readonly connections?: number
  /** A statement that takes longer is ended by the server; 0 for as long as it takes, as migrations need. */
  readonly statementTimeoutMilliseconds?: number
}

export interface StoreClient {
  readonly database: Kysely<StoreTables>
  readonly close: () => Promise<void>
}

/** The one way to the store, embedded or not. Connections are made when needed and made again after a restart. */
export function connectStore(address: StoreAddress, options: StorePoolOptions = {}): StoreClient {
  const { connections = 10, statementTimeoutMilliseconds = 60_000 } = options
  const pool = new pg.Pool({
    ...('url' in address ? { connectionString: address.url } : { ...address, ssl: false }),
    max: connections,
    application_name: 'vitalfew',
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeoutMilliseconds,
    idle_in_transaction_session_timeout: 60_000,
    types: storeTypes(),
  })
  // A connection that breaks when the server ends tells whoever waits for an answer, and the next query gets a new one.
  // That it also raises an event, in use or idle, must not end the program.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const database = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  return { database, close: () => database.destroy() }
}
