import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { thousandthsOf } from './amount-steps.query.ts'

/** Accounts of a run on either side of a cut-off that are told of. */
export const besideEachCut = 10

/**
 * A part of a range of amounts in the order of the ranking: the larger amounts first, equal ones by name. From the first of
 * its ends on, and up to but without the second.
 */
export const RankedPart = z.object({
  fromAmount: z.number(),
  fromName: z.string(),
  toAmount: z.number(),
  toName: z.string(),
})
export type RankedPart = z.infer<typeof RankedPart>

/** SQL: whether a row with `thousandths` and a name comes before an end. */
export const isBefore = (end: 'from' | 'to'): string =>
  `(thousandths > {${end}Amount:Int64} OR (thousandths = {${end}Amount:Int64} AND a.account < {${end}Name:String}))`

/** Position among all, from 1; key; amount in thousandths; cumulative share. */
const Beside = z.tuple([z.int(), z.string(), z.number(), z.number()])

/**
 * One row: how many accounts of a part of a range of amounts are within a cut-off, which classes the run gave them, and those next to
 * the cut-off on either side, the nearest first. Ranked as in methods/ranking/abc-classes.ts, after all that come before
 * it. Only numbers go through the sorting, and the name that decides among equals.
 */
export function besideCut(column: string) {
  return defineQuery({
    name: 'beside-cut',
    parameters: RankedPart.extend({
      runId: z.string(),
      cut: z.number(),
      smallest: z.number(),
      largest: z.number(),
      total: z.number(),
      accountsBefore: z.int(),
      amountBefore: z.number(),
    }),
    row: z.object({
      accounts: z.int(),
      amount: z.number(),
      wereA: z.int(),
      wereB: z.int(),
      wereC: z.int(),
      within: z.array(Beside),
      beyond: z.array(Beside),
    }),
    sql: `
WITH
  ranged AS (
    SELECT a.account_key AS account_key, a.account AS account, ${thousandthsOf(column)} AS thousandths,
      toUInt8(indexOf(['A', 'B', 'C'], a.abc_class)) AS class_now
    FROM account_row AS a
    WHERE a.run_id = {runId:String} AND thousandths BETWEEN {smallest:Int64} AND {largest:Int64}
      AND NOT ${isBefore('from')} AND ${isBefore('to')}
  ),
  ranked AS (
    SELECT account_key, thousandths, class_now,
      {accountsBefore:Int64} + toInt64(row_number() OVER w) AS position,
      toFloat64({amountBefore:Int64} + sum(thousandths) OVER w) / {total:Float64} AS cumulative,
      position = 1 OR round(cumulative, 12) <= {cut:Float64} AS is_within
    FROM ranged
    WINDOW w AS (ORDER BY thousandths DESC, account ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
  )
SELECT countIf(is_within) AS accounts, sumIf(thousandths, is_within) AS amount,
  countIf(is_within AND class_now = 1) AS wereA, countIf(is_within AND class_now = 2) AS wereB,
  countIf(is_within AND class_now = 3) AS wereC,
  arrayMap(x -> (-x.1, toString(x.2), x.3, round(x.4, 10)),
    groupArraySortedIf(${besideEachCut})((-position, account_key, thousandths, cumulative), is_within)) AS within,
  arrayMap(x -> (x.1, toString(x.2), x.3, round(x.4, 10)),
    groupArraySortedIf(${besideEachCut})((position, account_key, thousandths, cumulative), NOT is_within)) AS beyond
FROM ranked`,
  })
}
