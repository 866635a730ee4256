import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const namesByKey = defineQuery({
  name: 'names-by-key',
  // Keys are beyond the safe integers: they travel as text.
  parameters: z.object({ runId: z.string(), keys: z.array(z.string()) }),
  row: z.object({ key: z.string(), account: z.string(), accountName: z.string() }),
  sql: `
SELECT toString(account_key) AS key, account, account_name AS accountName
FROM account_metrics
WHERE run_id = {runId:String} AND account_key IN (SELECT toUInt64(arrayJoin({keys:Array(String)})))
`,
})

const keysByName = defineQuery({
  name: 'keys-by-name',
  parameters: z.object({ runId: z.string(), names: z.array(z.string()) }),
  row: z.object({ key: z.string(), account: z.string(), accountName: z.string() }),
  sql: `
SELECT toString(account_key) AS key, account, account_name AS accountName
FROM account_metrics
WHERE run_id = {runId:String} AND (account IN {names:Array(String)} OR account_name IN {names:Array(String)})
`,
})

export interface AccountName {
  readonly account: string
  readonly accountName: string
}

/** What accounts are called, by their position. */
export async function namesOf(
  warehouse: Warehouse,
  {
    runId,
    keys,
    positions,
  }: { readonly runId: string; readonly keys: BigUint64Array; readonly positions: readonly number[] },
): Promise<Map<number, AccountName>> {
  const byKey = new Map(positions.map((position) => [String(keys[position] ?? 0n), position]))
  const rows = await warehouse.rows(namesByKey, { runId, keys: [...byKey.keys()] })
  return new Map(rows.map(({ key, account, accountName }) => [byKey.get(key) ?? -1, { account, accountName }]))
}

/**
 * Where the accounts stand that people call by these names: by identifier first, then by a name that only one account
 * bears.
 */
export async function positionsOf(
  warehouse: Warehouse,
  { runId, keys, names }: { readonly runId: string; readonly keys: BigUint64Array; readonly names: readonly string[] },
): Promise<Map<string, number>> {
  if (names.length === 0) return new Map()
  const rows = await warehouse.rows(keysByName, { runId, names: [...new Set(names)] })
  const wanted = new Map(rows.map(({ key }) => [BigInt(key), -1]))
  keys.forEach((key, position) => {
    if (wanted.has(key)) wanted.set(key, position)
  })
  const byName = Map.groupBy(rows, ({ accountName }) => accountName)
  const found = new Map<string, number>()
  for (const name of names) {
    const sharing = byName.get(name) ?? []
    const row = rows.find(({ account }) => account === name) ?? (sharing.length === 1 ? sharing[0] : undefined)
    const position = row === undefined ? undefined : wanted.get(BigInt(row.key))
    if (position !== undefined && position >= 0) found.set(name, position)
  }
  return found
}
