import type { RecordKind } from '@vitalfew/contract/record-kinds.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { importStates, type LoggedImport } from '../commit/import-log.query.ts'

/** The imports of a kind of records that count now, oldest first. */
export async function currentRecordImports(warehouse: Warehouse, kind: RecordKind): Promise<LoggedImport[]> {
  const all = await warehouse.rows(importStates, {})
  return all.filter((entry) => entry.kind === kind && entry.state === 'committed').toReversed()
}
