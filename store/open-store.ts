import { connectStore, type StoreClient } from './client.ts'
import { type EmbeddedStore, startStore, type StoreOptions } from './embedded/start-store.ts'
import { migrateStore } from './migrate.ts'

export interface OpenStore {
  readonly store: StoreClient
  readonly server: EmbeddedStore
  /** Ends the connections, then the server. */
  readonly close: () => Promise<void>
}

/** The embedded store of a workspace, started, brought up to date and connected. */
export async function openEmbeddedStore(options: StoreOptions): Promise<OpenStore> {
  const server = await startStore(options)
  try {
    await migrateStore(server.connection)
  } catch (cause) {
    await server.stop()
    throw cause
  }
  const store = connectStore(server.connection)
  return {
    store,
    server,
    close: async () => {
      await store.close()
      await server.stop()
    },
  }
}
