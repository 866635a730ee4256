import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../metrics/index.ts'
import { BehaviourScope } from './behaviour-scope.ts'

/** One row per account asked for: what its source calls it. */
const namedAccounts = defineQuery({
  name: 'named-accounts',
  parameters: BehaviourScope.extend({ keys: z.array(z.string()) }),
  row: z.object({ key: z.string(), account: z.string(), accountName: z.string() }),
  sql: overLines(`
WITH
  ${analysedLine},
  wanted AS (SELECT toUInt64(arrayJoin({keys:Array(String)})) AS wanted_key),
  named AS (
    SELECT
      line.account_key AS account_key,
      anyIf(line.customer, line.is_own_key) AS own_name,
      minIf(line.customer, NOT line.is_own_key) AS other_name,
      maxIf(line.customer_name, line.customer_name != '') AS account_name
    FROM ${lineSource}
    WHERE ${isAnalysed} AND line.account_key IN (SELECT wanted_key FROM wanted)
    GROUP BY account_key
  )
SELECT toString(account_key) AS key, if(own_name = '', other_name, own_name) AS account, account_name AS accountName
FROM named
`),
})

export interface AccountWords {
  readonly account: string
  readonly accountName: string
}

const keysPerQuestion = 1_000

/** What the accounts with these keys are called. */
export async function accountWords(
  warehouse: Warehouse,
  { scope, keys }: { readonly scope: z.infer<typeof BehaviourScope>; readonly keys: Iterable<string> },
): Promise<(key: string) => AccountWords> {
  const distinct = [...new Set(keys)]
  const words = new Map<string, AccountWords>()
  for (let at = 0; at < distinct.length; at += keysPerQuestion) {
    const asked = distinct.slice(at, at + keysPerQuestion)
    const rows = await warehouse.rows(namedAccounts, { ...scope, keys: asked })
    for (const { key, ...names } of rows) words.set(key, names)
  }
  return (key) => words.get(key) ?? { account: key, accountName: '' }
}
