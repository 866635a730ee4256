import type { StoreClient } from '@vitalfew/store/client.ts'
import { newToken, tokenHash } from '../secret-token.ts'

/** Whether somebody can administer this workspace already. */
export async function isSetUp(database: StoreClient['database']): Promise<boolean> {
  const found = await database
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** A token that makes the first administrator, once; undefined where there is one. Only its digest is kept. */
export async function issueSetupToken(database: StoreClient['database']): Promise<string | undefined> {
  if (await isSetUp(database)) return undefined
  const token = newToken()
  await database
    .insertInto('setup_token')
    .values({ hash: tokenHash(token) })
    .execute()
  return token
}
