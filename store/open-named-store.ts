import { ProductError } from '@vitalfew/contract/errors.ts'
import { sql } from 'kysely'
import { connectStore, type StoreClient } from './client.ts'
import { migrateStore } from './migrate.ts'
import type { OpenStore } from './open-store.ts'

/** Older servers lack parts of SQL that the statements use. */
const oldestVersion = 15

/**
 * The store on a PostgreSQL server that somebody has named, brought up to date and connected.
 *
 * @param url `postgres://USER:PASSWORD@HOST:5432/DATABASE`
 * @throws {ProductError} `argument.invalid` for what is no such address, `store.unreachable`, `store.loginRefused`,
 *   `store.tooOld`, `workspace.newerVersion`
 */
export async function openNamedStore(url: string): Promise<OpenStore> {
  const address = { url: checkedUrl(url) }
  const store = connectStore(address)
  try {
    await refuseOld(store, url)
    await migrateStore(address)
  } catch (cause) {
    await store.close()
    throw connectionFault(cause, url)
  }
  return { store, address, close: store.close }
}

function checkedUrl(text: string): string {
  const url = URL.parse(text)
  if (url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text
  const expected = 'postgres://USER:PASSWORD@HOST:5432/DATABASE'
  throw new ProductError('argument.invalid', { argument: 'DATABASE_URL', value: withoutPassword(text), expected })
}

async function refuseOld({ database }: StoreClient, url: string): Promise<void> {
  const { rows } = await sql<{ version: string }>`SELECT current_setting('server_version') AS version`.execute(database)
  const version = rows[0]?.version ?? ''
  if (Number.parseInt(version, 10) >= oldestVersion) return
  throw new ProductError('store.tooOld', { address: withoutPassword(url), found: version, needed: oldestVersion })
}

const refusedLogins: ReadonlySet<string> = new Set(['28P01', '28000', '3D000', '42501'])
const brokenConnections =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOENT|57P03|53300)$/

/** What the driver says of a server that is not there or does not let us in, as what a person can do about it. */
function connectionFault(cause: unknown, url: string): unknown {
  if (!(cause instanceof Error) || cause instanceof ProductError) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  const details = { address: withoutPassword(url), problem: cause.message || code }
  if (refusedLogins.has(code)) return new ProductError('store.loginRefused', details, { cause })
  if (brokenConnections.test(code) || /timeout|terminated/i.test(cause.message)) {
    return new ProductError('store.unreachable', details, { cause })
  }
  return cause
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@')
}
