import { ProductError } from '@vitalfew/contract/errors.ts'
import pg from 'pg'
import { startStore, type StoreOptions } from './start-store.ts'

/**
 * A program for the tests: starts a store, says so on one line of its output and holds it until it is killed.
 * `node hold-store.fixture.ts <directory> [durable] [busy] [watcher] [namespace | account]`
 */
const [directory = '', ...words] = process.argv.slice(2)

try {
  const store = await startStore({ ...optionsOf(words), directory, durable: words.includes('durable') })
  if (words.includes('busy')) {
    const client = new pg.Client(store.connection)
    await client.connect()
    client.query('DO $$ BEGIN LOOP END LOOP; END $$').catch(() => undefined)
  }
  console.log(JSON.stringify({ ...store.connection, pid: store.processId() }))
} catch (cause) {
  if (!(cause instanceof ProductError)) throw cause
  console.log(JSON.stringify({ code: cause.code, ...cause.details }))
}

function optionsOf(given: readonly string[]): Partial<StoreOptions> {
  return {
    ...(given.includes('watcher') ? { endsWithParent: 'watcher' } : {}),
    ...(given.includes('namespace') ? { rootWays: ['userNamespace'] } : {}),
    ...(given.includes('account') ? { rootWays: ['otherUser'] } : {}),
  }
}
