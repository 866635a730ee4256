import { connectWarehouse, type Warehouse } from './connect.ts'
import { type Engine, startEngine } from './embedded/start-engine.ts'
import { migrateWarehouse } from './migrate.ts'

const database = 'vitalfew'

export interface OpenWarehouse {
  readonly warehouse: Warehouse
  readonly engine: Engine
  /** Ends the connection, then the engine. */
  readonly close: () => Promise<void>
}

/** The embedded warehouse of a workspace, started, connected and brought up to date. */
export async function openEmbeddedWarehouse(options: {
  readonly directory: string
  readonly durable: boolean
}): Promise<OpenWarehouse> {
  const engine = await startEngine(options)
  const { url, username, password } = engine
  try {
    await createDatabase({ url, username, password })
    const warehouse = connectWarehouse({ url, username, password, database })
    await migrateWarehouse(warehouse)
    // What is thrown away soon is not worth tidying up.
    if (!options.durable) await warehouse.command('SYSTEM STOP MERGES', 'stop-merges')
    return {
      warehouse,
      engine,
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

async function createDatabase(login: { url: string; username: string; password: string }): Promise<void> {
  const server = connectWarehouse({ ...login, database: 'default' })
  await server.command(`CREATE DATABASE IF NOT EXISTS ${database} ENGINE = Atomic`, 'create-database')
  await server.close()
}
