import type { ClusterAddress } from './cluster/cluster-address.ts'
import { connectWarehouse, type Warehouse, type WarehouseAddress } from './connect.ts'
import { type Engine, startEngine } from './embedded/start-engine.ts'
import { migrateWarehouse } from './migrate.ts'
import { greetServer } from './server-faults.ts'

const embeddedDatabase = 'vitalfew'

export interface OpenWarehouse {
  readonly warehouse: Warehouse
  /** How other processes of ours reach the same warehouse. */
  readonly address: WarehouseAddress | ClusterAddress
  /** Ends at once whatever is under way. */
  readonly stop: () => Promise<void>
  /** Ends the connection, and the engine where it is ours. */
  readonly close: () => Promise<void>
}

export interface OpenEmbeddedWarehouse extends OpenWarehouse {
  readonly engine: Engine
}

/** The embedded warehouse of a workspace, started, connected and brought up to date. */
export async function openEmbeddedWarehouse(options: {
  readonly directory: string
  readonly durable: boolean
}): Promise<OpenEmbeddedWarehouse> {
  const engine = await startEngine(options)
  const { url, username, password } = engine
  try {
    await createDatabase({ url, username, password, database: embeddedDatabase })
    const warehouse = connectWarehouse({ url, username, password, database: embeddedDatabase })
    await migrateWarehouse(warehouse)
    // What is thrown away soon is not worth tidying up.
    if (!options.durable) await warehouse.command('SYSTEM STOP MERGES', 'stop-merges')
    return {
      warehouse,
      address: { url, username, password, database: embeddedDatabase },
      engine,
      stop: () => engine.stop(),
      close: async () => {
        await warehouse.close()
        await engine.stop()
      },
    }
  } catch (error) {
    await engine.stop()
    throw error
  }
}

export interface ServerAddress {
  /** Scheme, host and port, without a login. */
  readonly url: string
  readonly username: string
  readonly password: string
  readonly database: string
}

/**
 * The warehouse on a ClickHouse server that somebody else runs.
 *
 * @throws {ProductError} `warehouse.unreachable`, `warehouse.loginRefused`, `warehouse.tooOld`
 */
export async function openServerWarehouse(address: ServerAddress): Promise<OpenWarehouse> {
  await prepareServer(address)
  const warehouse = connectWarehouse(address)
  try {
    await migrateWarehouse(warehouse)
  } catch (error) {
    await warehouse.close()
    throw error
  }
  return { warehouse, address, stop: () => warehouse.cancel(), close: () => warehouse.close() }
}

/** Makes sure that a server can be used, and has the database. */
export async function prepareServer(address: ServerAddress): Promise<void> {
  const server = connectWarehouse({ ...address, database: '' })
  try {
    await greetServer(server, { address: new URL(address.url).host, username: address.username })
  } finally {
    await server.close()
  }
  await createDatabase(address)
}

async function createDatabase({ database, ...login }: ServerAddress): Promise<void> {
  const server = connectWarehouse({ ...login, database: '' })
  try {
    await server.command(`CREATE DATABASE IF NOT EXISTS ${quoted(database)} ENGINE = Atomic`, 'create-database')
  } finally {
    await server.close()
  }
}

function quoted(name: string): string {
  return `\`${name.replaceAll(/[`\\]/g, (sign) => `\\${sign}`)}\``
}
