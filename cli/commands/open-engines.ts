import { join } from 'node:path'
import type { ServerEnvironment } from '@vitalfew/api/config.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { OpenStore } from '@vitalfew/store/open-store.ts'
import type { OpenWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import type { OpenSomeWarehouse } from './open-place.ts'
import type { OpenSomeStore } from './open-selection.ts'

interface Opening {
  readonly directory: string
  readonly environment: ServerEnvironment
  readonly around: { readonly openWarehouse: OpenSomeWarehouse; readonly openStore: OpenSomeStore }
}

/** Both engines of a workspace, or the servers that the environment names; they close with `resources`. */
export async function openEngines(
  resources: AsyncDisposableStack,
  { directory, environment, around }: Opening,
): Promise<{ readonly warehouse: OpenWarehouse; readonly store: OpenStore }> {
  const { warehouseUrl, databaseUrl } = environment
  const openingWarehouse = around.openWarehouse({
    directory: join(directory, 'warehouse'),
    durable: true,
    ...(warehouseUrl === undefined ? {} : { warehouse: warehouseUrl }),
  })
  const openingStore = around.openStore({
    directory: join(directory, 'store'),
    durable: true,
    ...(databaseUrl === undefined ? {} : { database: databaseUrl }),
  })
  resources.defer(() => closed(openingWarehouse))
  resources.defer(() => closed(openingStore))
  const [warehouse, store] = await Promise.all([openingWarehouse, openingStore])
  if (store === undefined) throw new ProductError('store.startFailed', { problem: '' })
  return { warehouse, store }
}

/** Whatever has been opened by then; what could not be is told by whoever waits for it. */
async function closed(opening: Promise<{ readonly close: () => Promise<void> } | undefined>): Promise<void> {
  const opened = await opening.catch(() => undefined)
  await opened?.close()
}
