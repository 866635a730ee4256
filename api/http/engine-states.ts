import { setTimeout as delay } from 'node:timers/promises'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { sql } from 'kysely'

export interface EngineState {
  readonly ready: boolean
  readonly version: string
}

const patienceMilliseconds = 1_000

/** Whether both engines answer within a second. */
export async function engineStates({
  warehouse,
  database,
}: {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
}): Promise<{ readonly warehouse: EngineState; readonly store: EngineState }> {
  const [ofWarehouse, ofStore] = await Promise.all([stateOf(warehouse.version()), stateOf(storeVersion(database))])
  return { warehouse: ofWarehouse, store: ofStore }
}

async function storeVersion(database: StoreClient['database']): Promise<string> {
  const { rows } = await sql<{ version: string }>`SELECT current_setting('server_version') AS version`.execute(database)
  return rows[0]?.version ?? ''
}

async function stateOf(asking: Promise<string>): Promise<EngineState> {
  const answer = asking.catch(() => undefined)
  const version = await Promise.race([answer, delay(patienceMilliseconds, undefined, { ref: false })])
  return { ready: version !== undefined, version: version ?? '' }
}
