// The child that answers questions about how accounts buy, one after the other. It stays for the next question, since
// starting costs more than most answers, and ends with its parent.
import { behaviourWork } from '@vitalfew/domain/purchase-behaviour/index.ts'
import { openClusterWarehouse } from '@vitalfew/warehouse/cluster/open-cluster.ts'
import { connectWarehouse, type Warehouse } from '@vitalfew/warehouse/connect.ts'
import { faultOf } from '../jobs/fault-of.ts'
import type { Answered, Question } from './question-messages.ts'

process.on('disconnect', () => process.exit(1))
// The parent decides when it ends, also where Ctrl-C reaches the whole group.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)

let warehouse: Promise<Warehouse> | undefined

process.on('message', ({ id, work, warehouse: address }: Question) => {
  warehouse ??= reach(address)
  warehouse
    .then((engine) => behaviourWork(engine, work))
    .then((answer) => tell({ id, answer }))
    .catch((cause: unknown) => tell({ id, fault: faultOf(cause) }))
})

async function reach(address: Question['warehouse']): Promise<Warehouse> {
  return 'shards' in address ? (await openClusterWarehouse(address)).warehouse : connectWarehouse(address)
}

function tell(answered: Answered): void {
  if (process.connected) process.send?.(answered)
}
