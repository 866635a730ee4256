// The child that answers questions which take a processor a while, one after the other. It stays for the next question,
// since starting and reading costs more than most answers, and ends with its parent.
import { behaviourWork } from '@vitalfew/domain/purchase-behaviour/index.ts'
import { writeReport } from '@vitalfew/domain/reports/index.ts'
import { keptColumns, type StudioEngine, studioWork } from '@vitalfew/domain/selection/studio/index.ts'
import { connectStore } from '@vitalfew/store/client.ts'
import { openClusterWarehouse } from '@vitalfew/warehouse/cluster/open-cluster.ts'
import { connectWarehouse, type Warehouse } from '@vitalfew/warehouse/connect.ts'
import { faultOf } from '../jobs/fault-of.ts'
import { readyModels } from '../ready-models.ts'
import type { Answered, Question } from './question-messages.ts'

process.on('disconnect', () => process.exit(1))
// The parent decides when it ends, also where Ctrl-C reaches the whole group.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)

let warehouse: Promise<Warehouse> | undefined
let studio: Promise<StudioEngine> | undefined
let reports: StudioEngine['database'] | undefined

process.on('message', (question: Question) => {
  const { id } = question
  answerOf(question)
    .then((answer) => tell({ id, answer }))
    .catch((cause: unknown) => tell({ id, fault: faultOf(cause) }))
})

async function answerOf({ work, addresses }: Question): Promise<unknown> {
  warehouse ??= reach(addresses)
  const engine = await warehouse
  switch (work.about) {
    case 'accounts':
    case 'account':
    case 'events':
    case 'importedEvents':
      return behaviourWork(engine, work)
    case 'report':
      reports ??= connectStore(addresses.store, { connections: 1 }).database
      return writeReport({ warehouse: engine, database: reports }, work)
    default:
      studio ??= studioOver(engine, addresses)
      return studioWork(await studio, work)
  }
}

async function reach({ warehouse: address }: Question['addresses']): Promise<Warehouse> {
  return 'shards' in address ? (await openClusterWarehouse(address)).warehouse : connectWarehouse(address)
}

async function studioOver(engine: Warehouse, { store }: Question['addresses']): Promise<StudioEngine> {
  const { database } = connectStore(store, { connections: 2 })
  return { warehouse: engine, database, ready: await readyModels(), columnsOf: keptColumns(engine) }
}

function tell(answered: Answered): void {
  if (process.connected) process.send?.(answered)
}
