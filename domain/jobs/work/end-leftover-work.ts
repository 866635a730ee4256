import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { importTables } from '../../imports/index.ts'

/**
 * Ends what a process that died has left running in the engine: what it still wrote would come on top of the next attempt.
 * Only one job at a time fills these tables.
 */
const killLeftovers = defineStatement({
  name: 'kill-leftover-work',
  parameters: z.object({}),
  sql: `KILL QUERY WHERE user = currentUser() AND current_database = currentDatabase()
  AND match(query, '^\\\\s*INSERT INTO (${importTables.join('|')}|staged_row|selection_run|account_(metrics|abc|rfm|lifecycle|value|churn|history|score|trait|scope|row))\\\\b')
SYNC`,
})

export async function endLeftoverWork(warehouse: Warehouse): Promise<void> {
  await warehouse.run(killLeftovers, {})
}
