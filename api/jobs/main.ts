// The child in which the work of one job is done. It is told everything in its first message, and ends with its parent.
import { connectStore } from '@vitalfew/store/client.ts'
import { openClusterWarehouse } from '@vitalfew/warehouse/cluster/open-cluster.ts'
import { connectWarehouse, type Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { EngineAddresses, FromChild, ToChild } from './child-messages.ts'
import { answerRequest } from './answer-request.ts'
import { faultOf } from './fault-of.ts'

const abort = new AbortController()

process.on('disconnect', () => process.exit(1))
// The parent decides when a job ends, also where Ctrl-C reaches the whole group.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)

process.on('message', (message: ToChild) => {
  if (message.ask === 'cancel') {
    abort.abort()
    return
  }
  answerRequest(message, { open, signal: abort.signal, tell })
    .then((answer) => leave(answer))
    .catch((cause: unknown) => leave({ tell: 'failed', fault: faultOf(cause, abort.signal) }))
})

/** Reaches the engines of the parent; whoever opens them closes them. */
async function open({ warehouse: address, store: storeAddress }: EngineAddresses, resources: AsyncDisposableStack) {
  const store = connectStore(storeAddress, { connections: 3, statementTimeoutMilliseconds: 60_000 })
  resources.defer(store.close)
  const warehouse = await reachWarehouse(address, resources)
  return { warehouse, database: store.database }
}

async function reachWarehouse(
  address: EngineAddresses['warehouse'],
  resources: AsyncDisposableStack,
): Promise<Warehouse> {
  if ('shards' in address) {
    const { warehouse, close } = await openClusterWarehouse(address)
    resources.defer(close)
    return warehouse
  }
  const warehouse = connectWarehouse(address)
  resources.defer(() => warehouse.close())
  return warehouse
}

function tell(message: FromChild): void {
  if (process.connected) process.send?.(message)
}

/** The last word has to be out before the process is. */
function leave(answer: FromChild): void {
  process.send?.(answer, undefined, undefined, () => process.exit(0))
}
