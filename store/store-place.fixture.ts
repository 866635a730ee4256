import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { StoreAddress } from './client.ts'
import { administrator } from './embedded/prepare-data.ts'
import { passwordsOf } from './embedded/secret.ts'
import { openNamedStore } from './open-named-store.ts'
import { type OpenEmbeddedStore, openEmbeddedStore, type OpenStore } from './open-store.ts'
import { type OutsideBinaries, outsideBinaries, startOutsideServer } from './outside-server.fixture.ts'

/** A store under test, and how to get another database on the same server. */
export interface StorePlace {
  readonly open: OpenStore
  readonly onDatabase: (name: string, work: (address: StoreAddress) => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Every kind of place a store may have here: its own, and each PostgreSQL of this machine by its address. */
export function storePlaces(): { readonly title: string; readonly start: () => Promise<StorePlace> }[] {
  return [
    { title: 'the embedded store', start: startEmbedded },
    ...outsideBinaries().map((binaries) => ({
      title: `${binaries.title}, named by its address`,
      start: () => startOutside(binaries),
    })),
  ]
}

export async function startEmbedded(): Promise<StorePlace & { readonly open: OpenEmbeddedStore }> {
  const directory = mkdtempSync(join(tmpdir(), 'store '))
  const open = await openEmbeddedStore({ directory, durable: false })
  const { connection } = open.server
  return {
    open,
    // Only the administrator may make a database.
    onDatabase: async (name, work) => {
      const password = passwordsOf(directory)(administrator)
      const client = new pg.Client({ ...connection, user: administrator, database: 'postgres', password })
      await client.connect()
      await client.query(`CREATE DATABASE ${name} OWNER ${connection.user}`)
      await client.end()
      await work({ ...connection, database: name })
    },
    close: async () => {
      await open.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function startOutside(binaries: OutsideBinaries): Promise<StorePlace> {
  const server = await startOutsideServer(binaries)
  await server.createDatabase('vitalfew')
  const open = await openNamedStore(server.url('vitalfew'))
  return {
    open,
    onDatabase: async (name, work) => {
      await server.createDatabase(name)
      await work({ url: server.url(name) })
    },
    close: async () => {
      await open.close()
      await server.stop()
    },
  }
}
