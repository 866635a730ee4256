import type { RecordKind } from '@vitalfew/contract/record-kinds.ts'
import { accounts } from './accounts.ts'
import { contacts } from './contacts.ts'
import { contracts } from './contracts.ts'
import { costs } from './costs.ts'
import { events } from './events.ts'
import { industry } from './industry.ts'
import { opportunities } from './opportunities.ts'
import { products } from './products.ts'
import { rates } from './rates.ts'
import type { RecordKindDefinition } from './record-kind.ts'
import { surveys } from './surveys.ts'
import { targets } from './targets.ts'
import { tickets } from './tickets.ts'

/** Every kind of records there is: whoever adds one adds its file, its line here and its table. */
export const recordKindDefinitions: Readonly<Record<RecordKind, RecordKindDefinition>> = {
  accounts,
  contacts,
  opportunities,
  events,
  tickets,
  surveys,
  contracts,
  costs,
  targets,
  industry,
  products,
  rates,
}

/** The tables of all kinds. */
export const recordTables: readonly string[] = Object.values(recordKindDefinitions).map(({ table }) => table)
