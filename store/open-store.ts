import { connectStore, type StoreAddress, type StoreClient } from './client.ts'
import { type EmbeddedStore, startStore, type StoreOptions } from './embedded/start-store.ts'
import { migrateStore } from './migrate.ts'

export interface OpenStore {
  readonly store: StoreClient
  /** How other processes of ours reach the same store. */
  readonly address: StoreAddress
  /** Ends the connections, and the server where it is ours. */
  readonly close: () => Promise<void>
}

export interface OpenEmbeddedStore extends OpenStore {
  readonly server: EmbeddedStore
}

/** The embedded store of a workspace, started, brought up to date and connected. */
export async function openEmbeddedStore(options: StoreOptions): Promise<OpenEmbeddedStore> {
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
    address: server.connection,
    server,
    close: async () => {
      await store.close()
      await server.stop()
    },
  }
}
