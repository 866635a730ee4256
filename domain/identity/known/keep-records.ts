import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { MatchedTable } from '../match-table.ts'
import { keptModel } from './kept-model.ts'
import { dropOldRecords, newestModel, newestVersion, writeModel } from './known-records.query.ts'
import { writeRecords } from './write-records.ts'

/**
 * Keeps a matched table under a name, so that further records are compared with it without reading it again. What was
 * kept under the name before is replaced once everything is there.
 */
export async function keepRecords(
  warehouse: Warehouse,
  { collection, matched }: { readonly collection: string; readonly matched: MatchedTable },
): Promise<void> {
  const { table, clusters, resolved } = matched
  const [before] = await warehouse.rows(newestModel, { collection })
  const [newest] = await warehouse.rows(newestVersion, {})
  const version = (newest?.version ?? 0) + 1
  const model = keptModel(matched)
  // A crash may have left rows of a version that never came to count.
  for (const statement of dropOldRecords) await warehouse.run(statement, { version })
  await writeRecords(warehouse, { version, model, table, clusters, keys: resolved.keys.flat(), first: 1 })
  await writeModel(warehouse, { version, collection, at: new Date().toISOString(), model: JSON.stringify(model) })
  if (before === undefined) return
  for (const statement of dropOldRecords) await warehouse.run(statement, { version: before.version })
}
