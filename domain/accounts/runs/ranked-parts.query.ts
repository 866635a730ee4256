import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { thousandthsOf } from './amount-steps.query.ts'
import { isBefore, RankedPart } from './beside-cut.query.ts'

const Range = z.object({ runId: z.string(), smallest: z.number(), largest: z.number() })

/**
 * One row: two of every so many accounts of a range of amounts, in the order of the ranking, as amount and name. A place beyond
 * those looked at is empty.
 */
export function rankedSample(column: string) {
  return defineQuery({
    name: 'ranked-sample',
    parameters: Range.extend({ stride: z.int(), fromPlace: z.int(), toPlace: z.int() }),
    row: z.object({ ends: z.array(z.tuple([z.number(), z.string()])) }),
    sql: `
SELECT arrayMap(place -> (-found[place].1, found[place].2), [{fromPlace:Int64}, {toPlace:Int64}]) AS ends
FROM (
  SELECT arraySort(groupArray((-thousandths, account))) AS found
  FROM (
    SELECT ${thousandthsOf(column)} AS thousandths, a.account AS account
    FROM account_row AS a
    WHERE a.run_id = {runId:String} AND thousandths BETWEEN {smallest:Int64} AND {largest:Int64}
      AND cityHash64(a.account_key) % {stride:UInt64} = 0
  )
)`,
  })
}

/** One row: the accounts of a range of amounts that come before a part of it, added up. */
export function beforePart(column: string) {
  return defineQuery({
    name: 'before-part',
    parameters: RankedPart.extend(Range.shape),
    row: z.object({ accounts: z.int(), amount: z.number(), wereA: z.int(), wereB: z.int(), wereC: z.int() }),
    sql: `
SELECT count() AS accounts, sum(thousandths) AS amount,
  countIf(class_now = 'A') AS wereA, countIf(class_now = 'B') AS wereB, countIf(class_now = 'C') AS wereC
FROM (
  SELECT ${thousandthsOf(column)} AS thousandths, a.abc_class AS class_now
  FROM account_row AS a
  WHERE a.run_id = {runId:String} AND thousandths BETWEEN {smallest:Int64} AND {largest:Int64} AND ${isBefore('from')}
)`,
  })
}
