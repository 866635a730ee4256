import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import { recordAudit } from '../../audit/index.ts'
import { hashPassword } from '../password.ts'
import { addPerson } from '../people/add-person.ts'
import { tokenHash } from '../secret-token.ts'
import { isSetUp } from './issue-setup-token.ts'

export interface Setup {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: Locale
  readonly companyName: string
}

/**
 * Makes the first administrator. Every setup token is void afterwards.
 *
 * @throws ProductError `access.setupDone`, `access.setupToken`
 */
export async function setUpWorkspace(database: StoreClient['database'], setup: Setup): Promise<string> {
  await requireToken(database, setup.token)
  const { name, email, locale, companyName } = setup
  const password = await hashPassword(setup.password)
  return database.transaction().execute(async (transaction) => {
    await sql`LOCK TABLE setup_token IN EXCLUSIVE MODE`.execute(transaction)
    await requireToken(transaction, setup.token)
    const id = await addPerson(transaction, { name, email, role: 'administrator', locale, password })
    await transaction.deleteFrom('setup_token').execute()
    await transaction
      .updateTable('setting')
      .set({ document: JSON.stringify({ locale, companyName }), version: 1 })
      .execute()
    await recordAudit(transaction, {
      viewer: { userId: id, name },
      action: 'workspace.setUp',
      subject: `user:${id}`,
    })
    return id
  })
}

async function requireToken(database: StoreClient['database'], token: string): Promise<void> {
  if (await isSetUp(database)) throw new ProductError('access.setupDone')
  const known = await database
    .selectFrom('setup_token')
    .select('hash')
    .where('hash', '=', tokenHash(token))
    .executeTakeFirst()
  if (known === undefined) throw new ProductError('access.setupToken')
}
