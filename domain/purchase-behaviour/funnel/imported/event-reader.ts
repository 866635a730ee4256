import { ProductError } from '@vitalfew/contract/errors.ts'
import type { EventTrait } from '@vitalfew/contract/funnel-choices.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { answeredRows } from '../../answered-rows.ts'
import { eventPacks } from './event-packs.query.ts'
import type { EventScope } from './event-scope.ts'
import {
  anyAmount,
  anyTrait,
  eventImports,
  eventStages,
  movedKeys,
  traitValues,
  unclearEvents,
} from './event-stages.query.ts'
import { eventPacking } from './event-packing.ts'
import { type EventCut, usualTraits } from './event-trait.ts'
import { type ReadPacks, readPacks } from './read-packs.ts'

/** What is imported, before any of it is read. */
export interface KnownEvents {
  readonly scope: EventScope
  readonly events: number
  readonly withoutStage: number
  readonly withoutTime: number
  readonly rowsBefore: readonly number[]
  readonly rows: number
  /** What happens, most often first. */
  readonly stages: readonly string[]
  readonly moved: boolean
  readonly amounts: boolean
  /** What events tell of that has several values, but not too many to tell cases apart by; not asked where it is named. */
  readonly telling: readonly EventTrait[]
}

/** Columns with more values than this are no way to tell cases apart unless somebody asks. */
export const mostValues = 40
/** More make no funnel that anybody can look at. */
const mostStages = 1_000
/** Events that are read at a time: so many make some forty megabytes. */
const eventsAtOnce = 4_000_000
/** Parts asked for while one is looked at: one that is being put together, and one that waits to be sent. */
const partsAhead = 2
/** Events that are enough to see which stage comes before which. */
const eventsSampled = 500_000
const allKeys = 2n ** 64n

/** @throws ProductError `argument.invalid` where more things happen than a funnel can have stages, and none are named */
export async function knownEvents(
  warehouse: Warehouse,
  {
    scope,
    named,
    traitsNamed,
  }: { readonly scope: EventScope; readonly named: readonly string[]; readonly traitsNamed: boolean },
): Promise<KnownEvents> {
  const { imports, membershipSequence } = scope
  const found = await warehouse.rows(eventImports, { imports })
  const rows = await warehouse.rows(eventStages, { imports, limit: 100_000 })
  const [moved] = await warehouse.rows(movedKeys, { membershipSequence })
  const stages = rows.map(({ stage }) => stage)
  if (stages.length > mostStages && named.length === 0) {
    const value = String(stages.length)
    throw new ProductError('argument.invalid', { argument: '--stages', value, expected: `≤ ${mostStages}` })
  }
  let before = 0
  const rowsBefore = found.map(({ lastRow }) => {
    before += lastRow + 1
    return before - lastRow - 1
  })
  const sum = (counts: readonly { readonly events: number }[]): number =>
    counts.reduce((total, { events }) => total + events, 0)
  const events = sum(found)
  const isComplete = sum(rows) === events
  const [unclear] = isComplete ? [] : await warehouse.rows(unclearEvents, { imports })
  return {
    scope: { membershipSequence, imports: found.map(({ id }) => id) },
    events,
    withoutStage: unclear?.withoutStage ?? 0,
    withoutTime: unclear?.withoutTime ?? 0,
    rowsBefore,
    rows: before,
    stages,
    moved: (moved?.keys ?? 0) > 0,
    amounts: (await warehouse.rows(anyAmount, { imports })).length > 0,
    telling: traitsNamed ? [] : await tellingTraits(warehouse, imports),
  }
}

async function tellingTraits(warehouse: Warehouse, imports: readonly number[]): Promise<EventTrait[]> {
  const telling: EventTrait[] = []
  for (const name of usualTraits) {
    const known = await warehouse.rows(anyTrait(name), { imports: [...imports] })
    if (known.length === 0) continue
    const [found] = await warehouse.rows(traitValues(name), { imports: [...imports], limit: mostValues + 1 })
    const values = found?.values ?? 0
    if (values > 1 && values <= mostValues) telling.push(name)
  }
  return telling
}

export interface ReadEvents extends Omit<ReadPacks, 'packing'> {
  /** In the order of their numbers. */
  readonly stages: readonly string[]
  readonly traits: readonly EventCut[]
  /** The run that says more of accounts. */
  readonly runId: string | null
  /** The segmentation whose clusters are asked about. */
  readonly segmentation: string | null
  /** Whether a sample of accounts is enough; small tables are read whole all the same. */
  readonly sampled: boolean
}

/** Reads every account with its events once: the next parts are asked for while one is looked at. */
export async function readEvents(warehouse: Warehouse, known: KnownEvents, reading: ReadEvents): Promise<void> {
  const parts = Math.max(1, Math.ceil(known.events / (reading.sampled ? eventsSampled : eventsAtOnce)))
  const packing = eventPacking({ rows: known.rows, stages: reading.stages.length })
  const query = eventPacks({
    ...known,
    imports: known.scope.imports.length,
    complete: known.withoutStage + known.withoutTime === 0,
    packing,
    traits: reading.traits,
  })
  const asked = {
    ...known.scope,
    ...packing,
    rowsBefore: [...known.rowsBefore],
    stages: [...reading.stages],
    runId: reading.runId ?? '',
    segmentation: reading.segmentation ?? '',
  }
  // While one part is looked at, the next ones are put elsewhere.
  const rooms = Array.from({ length: partsAhead + 1 }, () => ({ bytes: new Uint8Array(0) }))
  const part = (i: number): Promise<DataView> => {
    const least = (allKeys * BigInt(i)) / BigInt(parts)
    const most = (allKeys * BigInt(i + 1)) / BigInt(parts) - 1n
    const parameters = { ...asked, least: String(least), most: String(most) }
    const room = rooms[i % rooms.length]
    return answeredRows(warehouse, { query, parameters, ...(room === undefined ? {} : { room }) })
  }
  const last = reading.sampled ? 1 : parts
  const coming: Promise<DataView>[] = []
  const ask = (i: number): void => {
    if (i >= last) return
    const next = part(i)
    // Where looking at an earlier one fails, nobody waits for this.
    next.catch(() => undefined)
    coming.push(next)
  }
  for (let i = 0; i < partsAhead; i++) ask(i)
  for (let i = 0; i < last; i++) {
    const view = await coming[i]
    if (view === undefined) return
    ask(i + partsAhead)
    readPacks(view, { packing, ties: reading.ties, inDays: reading.inDays, onCase: reading.onCase })
  }
}
