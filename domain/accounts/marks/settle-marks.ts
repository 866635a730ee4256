import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'

/**
 * Writes into the warehouse what people changed and the store has kept but the warehouse may not have seen: a change is
 * acknowledged when both know it. To write one twice does no harm, for it has its place in the order.
 */
export async function settleMarks(sources: {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
}): Promise<void> {
  const { warehouse, database } = sources
  const open = await database
    .selectFrom('account_change')
    .selectAll()
    .where('applied_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const change of open) {
    const rows = change.account_keys.map((key) =>
      JSON.stringify({
        kind: change.kind,
        name: change.name,
        account_key: key,
        sequence: change.id,
        is_set: change.action === 'set' ? 1 : 0,
      }),
    )
    const insert = { name: 'insert-account-marks', sql: insertMarks, token: `mark-${change.id}` }
    if (rows.length > 0) await warehouse.insert(insert, Buffer.from(rows.join('\n')))
    await database.updateTable('account_change').set({ applied_at: new Date() }).where('id', '=', change.id).execute()
  }
}

const insertMarks = `INSERT INTO account_mark (kind, name, account_key, sequence, is_set)
SELECT kind, name, account_key, sequence, is_set
FROM input('kind String, name String, account_key UInt64, sequence UInt64, is_set UInt8')
FORMAT JSONEachRow`
