import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'

/** What the studio reads from. */
export interface StudioSources {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  /** The models that come along. */
  readonly ready: readonly SelectionModel[]
}
