import pg from 'pg'
import { administrator } from './prepare-data.ts'
import { socketPort } from './socket-folder.ts'

/** The product's own role and database. The role owns the database and nothing else; it is no superuser. */
export const storeRole = 'vitalfew'
export const storeDatabase = 'vitalfew'

/** Makes the role and the database where they are missing; also the proof that the server answers. */
export async function prepareDatabase(socketFolder: string, passwordOf: (role: string) => string): Promise<void> {
  const client = new pg.Client({
    host: socketFolder,
    port: socketPort,
    user: administrator,
    database: 'postgres',
    password: passwordOf(administrator),
    ssl: false,
    connectionTimeoutMillis: 10_000,
  })
  // A server that ends while we talk is noticed by who started it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount: roles } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [storeRole])
    if (roles === 0) {
      const password = client.escapeLiteral(passwordOf(storeRole))
      await client.query(`CREATE ROLE ${storeRole} LOGIN PASSWORD ${password}`)
    }
    const { rowCount: databases } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [storeDatabase])
    if (databases === 0) await client.query(`CREATE DATABASE ${storeDatabase} OWNER ${storeRole}`)
  } finally {
    await client.end()
  }
}
