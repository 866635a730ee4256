import { defineQuery, type WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { type EventPacking, firstSecond } from './event-packing.ts'
import { eventAccount, eventMembership, eventPlace, EventScope, eventSource } from './event-scope.ts'
import { asksAccounts, type EventCut, lastTraits, traitTexts } from './event-trait.ts'

const EventPacks = EventScope.extend({
  /** For every import, what is added to its rows so that those of later ones come after them. */
  rowsBefore: z.array(z.int()),
  stages: z.array(z.string()),
  stageBits: z.int(),
  rowsAPlace: z.int(),
  /** Accounts whose keys lie between these two, both included, as decimal numbers. */
  least: z.string(),
  most: z.string(),
  /** The run whose accounts are asked about; '' where nothing is. */
  runId: z.string(),
  /** The segmentation whose clusters are asked about; '' where none is. */
  segmentation: z.string(),
})

/**
 * Events lie in the order of their keys: those of one are put together as they come, without looking each key up. One
 * thread does so with the least work and always in the same order; several parts are asked for at a time.
 */
const inOrder = '\nSETTINGS optimize_aggregation_in_order = 1, max_threads = 1'

/** What nobody asks about is not read: each of these costs as much as a good part of the rest. */
export interface AskedPacks {
  /** Whether the membership log says anything. */
  readonly moved: boolean
  /** Whether any event has an amount. */
  readonly amounts: boolean
  /** Imports of events; the rows of one are their places. */
  readonly imports: number
  /** Whether every event says what happened, and when. */
  readonly complete: boolean
  readonly packing: Pick<EventPacking, 'rowsAPlace'>
  readonly traits: readonly EventCut[]
}

/**
 * One row per account, as RowBinary: whether an amount is known, the last one, what cases are told apart by, and its
 * events as `EventPacking` packs them, by time. The pure twin is domain/purchase-behaviour/funnel/purchase-funnel.ts.
 */
export function eventPacks(asked: AskedPacks): WarehouseQuery<typeof EventPacks, z.ZodUnknown> {
  const { moved, amounts, traits, complete, packing } = asked
  const place = eventPlace(asked)
  // Dividing a number of every event costs something, even by 1.
  const shared = packing.rowsAPlace === 1 ? place : `intDiv(${place}, {rowsAPlace:UInt64})`
  const lastAmount = `max(isNotNull(e.amount)) AS has_amount,
      toFloat64(ifNull(argMaxIf(e.amount, ${place}, isNotNull(e.amount)), 0)) AS amount`
  const key = moved ? eventAccount : 'e.customer_key'
  const runs = `
LEFT JOIN (SELECT * FROM account_row WHERE run_id = {runId:String}
  AND account_key BETWEEN {least:UInt64} AND {most:UInt64}) AS a ON a.account_key = p.account_key`
  const segments = `
LEFT JOIN (SELECT account_key, any(cluster) AS cluster FROM account_segment
  WHERE segmentation = {segmentation:String} AND run_id = {runId:String}
    AND account_key BETWEEN {least:UInt64} AND {most:UInt64}
  GROUP BY account_key) AS s ON s.account_key = p.account_key`
  return defineQuery({
    name: 'event-packs',
    parameters: EventPacks,
    row: z.unknown(),
    sql: `
WITH
  ${eventMembership},
  packed AS (
    SELECT
      ${key} AS account_key,
      ${amounts ? lastAmount : 'toUInt8(0) AS has_amount, toFloat64(0) AS amount'},
      ${lastTraits(traits, place)}arraySort(groupArray(
        bitShiftLeft(toUInt64(reinterpretAsInt64(assumeNotNull(e.at)) - (${firstSecond})), 30)
        + bitShiftLeft(${shared}, {stageBits:UInt8})
        + transform(e.event, {stages:Array(String)}, range(length({stages:Array(String)})),
          toUInt64(bitShiftLeft(toUInt64(1), {stageBits:UInt8}) - 1))
      )) AS packs
    FROM ${moved ? eventSource : 'customer_event AS e'}
    WHERE e.import_id IN {imports:Array(UInt32)}${complete ? '' : " AND e.event != '' AND isNotNull(e.at)"}
      AND ${key} BETWEEN {least:UInt64} AND {most:UInt64}
    GROUP BY account_key
  )
SELECT toUInt8(p.has_amount), p.amount, ${traitTexts(traits)}, p.packs
FROM packed AS p${asksAccounts(traits) ? runs : ''}${traits.includes('segmentation') ? segments : ''}${moved ? '' : inOrder}
`,
  })
}
