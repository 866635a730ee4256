import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { ChooseAccounts } from '../choose-accounts.ts'

/** What the studio reads from. */
export interface StudioSources {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  /** The models that come along. */
  readonly ready: readonly SelectionModel[]
}

/** What questions that score every account are answered from. */
export interface StudioEngine extends StudioSources {
  /** Where columns are kept between questions; they are read anew where left out. */
  readonly columnsOf?: ChooseAccounts['columnsOf']
}
