import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'

/**
 * The passwords of a store's roles, derived from one secret that is made at the first start and lies beside the data.
 *
 * @throws {ProductError} `store.startFailed` when there is data but the secret was lost.
 */
export function passwordsOf(storeDirectory: string): (role: string) => string {
  const secret = readOrMakeSecret(storeDirectory)
  return (role) => createHash('sha256').update(`${secret}:${role}`).digest('hex')
}

function readOrMakeSecret(storeDirectory: string): string {
  const file = join(storeDirectory, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  if (existsSync(join(storeDirectory, 'data'))) throw new ProductError('store.startFailed', { reason: `no ${file}` })
  const secret = randomBytes(32).toString('hex')
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return secret
}
