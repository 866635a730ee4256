import { createHmac, randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'

const least = 32
const fileName = 'server-secret'

/**
 * The secret that signs sessions: the one that is named, or the one in a file of the workspace that only its owner can
 * read, made at the first start. There is no default that everybody knows.
 *
 * @throws ProductError `server.secretShort`; `server.secretDiffers` when other servers of the store use another one
 */
export async function serverSecret(
  database: StoreClient['database'],
  { named, directory }: { readonly named: string | undefined; readonly directory: string },
): Promise<string> {
  const file = join(directory, fileName)
  const secret = named ?? (await kept(file))
  const source = named === undefined ? file : 'VITALFEW_SECRET'
  if (secret.length < least) throw new ProductError('server.secretShort', { source, least })
  const fingerprint = createHmac('sha256', secret).update('vitalfew fingerprint').digest('hex')
  await database
    .updateTable('setting')
    .set({ secret_fingerprint: fingerprint })
    .where('secret_fingerprint', 'is', null)
    .execute()
  const known = await database.selectFrom('setting').select('secret_fingerprint').executeTakeFirstOrThrow()
  if (known.secret_fingerprint !== fingerprint) throw new ProductError('server.secretDiffers', { file })
  return secret
}

async function kept(file: string): Promise<string> {
  try {
    const made = await open(file, 'wx', 0o600)
    try {
      await made.writeFile(`${randomBytes(32).toString('base64url')}\n`)
      await made.sync()
    } finally {
      await made.close()
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
  }
  return (await readFile(file, 'utf8')).trim()
}
