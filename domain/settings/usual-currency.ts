import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../audit/index.ts'
import { readSettings } from './read-settings.ts'

/** Who changes settings where nobody is signed in. */
const commandLine = { userId: '', name: 'vitalfew' }

/**
 * The currency of amounts that name none: the one asked for, which is remembered where the workspace has none yet, else
 * that of the workspace; undefined where neither is known.
 */
export async function usualCurrency(
  database: StoreClient['database'],
  asked: string | undefined,
): Promise<string | undefined> {
  const { currency: known, version } = await readSettings(database)
  if (asked === undefined || known !== null) return asked ?? known ?? undefined
  await database.transaction().execute(async (transaction) => {
    const { version: _version, ...before } = await readSettings(transaction)
    const { numUpdatedRows } = await transaction
      .updateTable('setting')
      .set({ document: JSON.stringify({ ...before, currency: asked }), version: version + 1 })
      .where('version', '=', version)
      .executeTakeFirst()
    // Whoever was faster has decided.
    if (numUpdatedRows === 0n) return
    const details = { before, change: { currency: asked } }
    await recordAudit(transaction, { viewer: commandLine, action: 'settings.updated', subject: 'workspace', details })
  })
  return asked
}
