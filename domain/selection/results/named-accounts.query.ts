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

const mostLettersOfNames = 60_000

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
  const keyByName = await keysOf(warehouse, { runId, names })
  if (keyByName.size === 0) return new Map()
  const wanted = new Map([...keyByName.values()].map((key) => [key, -1]))
  keys.forEach((key, position) => {
    if (wanted.has(key)) wanted.set(key, position)
  })
  const found = [...keyByName].map(([name, key]) => [name, wanted.get(key) ?? -1] as const)
  return new Map(found.filter(([, position]) => position >= 0))
}

/** The keys of the accounts that people call by these names, as {@link positionsOf} understands them. */
export async function keysOf(
  warehouse: Warehouse,
  wanted: { readonly runId: string; readonly names: readonly string[] },
): Promise<Map<string, bigint>> {
  const found = await accountsNamed(warehouse, wanted)
  return new Map([...found].map(([name, { key }]) => [name, BigInt(key)]))
}

/** The accounts that people call by these names, as {@link positionsOf} understands them. */
export async function accountsNamed(
  warehouse: Warehouse,
  { runId, names }: { readonly runId: string; readonly names: readonly string[] },
): Promise<Map<string, AccountName & { readonly key: string }>> {
  const found = new Map<string, AccountName & { readonly key: string }>()
  for (const asked of statementsWorth([...new Set(names)])) {
    const rows = await warehouse.rows(keysByName, { runId, names: asked })
    const byCode = new Map(rows.map((row) => [row.account, row]))
    const byName = Map.groupBy(rows, ({ accountName }) => accountName)
    for (const name of asked) {
      const sharing = byName.get(name) ?? []
      const row = byCode.get(name) ?? (sharing.length === 1 ? sharing[0] : undefined)
      if (row !== undefined) found.set(name, row)
    }
  }
  return found
}

/** Names travel in the address of a request, whose length is bounded. */
function statementsWorth(names: readonly string[]): string[][] {
  const parts: string[][] = []
  let left = 0
  for (const name of names) {
    const length = encodeURIComponent(name).length + 6
    if (left < length) {
      parts.push([])
      left = mostLettersOfNames
    }
    parts.at(-1)?.push(name)
    left -= length
  }
  return parts
}
