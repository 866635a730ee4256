import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const namesAtOnce = 20_000

/** One row per Chinese name of a run that nobody has spelled out yet. */
const unspelledNames = defineQuery({
  name: 'unspelled-names',
  parameters: z.object({ runId: z.string(), limit: z.int() }),
  row: z.object({ name: z.string() }),
  sql: `
SELECT DISTINCT if(account_name = '', account, account_name) AS name
FROM account_row
WHERE run_id = {runId:String} AND match(name, '\\\\p{Han}')
  AND name NOT IN (SELECT known.name FROM account_name_search AS known)
LIMIT {limit:UInt32}
`,
})

const insertNames = `INSERT INTO account_name_search (name, pinyin, initials)
SELECT name, pinyin, initials
FROM input('name String, pinyin String, initials String')
FORMAT JSONEachRow`

/** Spells out the Chinese names of a run that are new, so that they can be found by pinyin and by initials. */
export async function spellNames(
  warehouse: Warehouse,
  { runId, signal }: { readonly runId: string; readonly signal?: AbortSignal },
): Promise<void> {
  // The dictionary is large, and most programs that know accounts never spell one.
  const { typedName } = await import('./typed-name.ts')
  for (;;) {
    signal?.throwIfAborted()
    const rows = await warehouse.rows(unspelledNames, { runId, limit: namesAtOnce })
    if (rows.length === 0) return
    const bytes = rows.map(({ name }) => JSON.stringify({ name, ...typedName(name) })).join('\n')
    await warehouse.insert({ name: 'insert-account-names', sql: insertNames }, Buffer.from(bytes))
    if (rows.length < namesAtOnce) return
  }
}
