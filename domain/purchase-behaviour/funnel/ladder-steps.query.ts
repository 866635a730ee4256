import { trendCuts } from '@vitalfew/contract/purchase-trends.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'
import { cutOfLine } from '../trends/cut-of-line.ts'

/**
 * One row per value that accounts began with (one for all of them by `none`): how many came to each step, how long after
 * the step before (quartiles), and what those bring that stand there. The pure twin is methods/funnel/repeat-way.ts.
 */
export const ladderSteps = defineQuery({
  name: 'ladder-steps',
  parameters: BehaviourScope.extend({
    by: z.enum([...trendCuts, 'none']),
    /** Numbers of purchase days that count as steps. */
    rungs: z.array(z.int()),
    /** Days from the first purchase; accounts that began later are left out. 0 for no limit. */
    windowDays: z.int(),
    limit: z.int(),
  }),
  row: z.object({
    value: z.string(),
    accounts: z.int(),
    reached: z.array(z.int()),
    /** By step from the second on: lower quartile, median, upper quartile. */
    days: z.array(z.array(z.number())),
    /** By step: revenue of the accounts that came so far and no further. */
    revenue: z.array(z.number()),
  }),
  sql: overLines(`
WITH
  ${analysedLine},
  purchases AS (
    SELECT
      line.account_key AS account_key,
      arrayCompact(arraySort(groupArrayIf(toInt32(line.day), line.is_sale))) AS all_days,
      toDecimal128(sum(line.net_revenue), 6) AS spent,
      -- Of the values of the first day one and always the same.
      if({by:String} = 'none', '', argMinIf(${cutOfLine('by')} AS cut,
        bitShiftLeft(toUInt64(toInt32(line.day) + 2000000), 40) + bitShiftRight(cityHash64(cut), 24), line.is_sale)) AS value
    FROM ${lineSource}
    WHERE ${isAnalysed} AND line.is_counted
    GROUP BY account_key
    HAVING notEmpty(all_days)
      AND ({windowDays:UInt32} = 0 OR all_days[1] + {windowDays:UInt32} < toInt32(toDate32({asOf:String})))
  ),
  ladder AS (
    SELECT
      value,
      spent,
      if({windowDays:UInt32} = 0, all_days,
        arrayFilter(day -> day - all_days[1] <= {windowDays:UInt32}, all_days)) AS bought_on,
      arrayFilter(rung -> rung <= length(bought_on), {rungs:Array(UInt32)}) AS come
    FROM purchases
  )
SELECT
  value,
  count() AS accounts,
  sumForEach(arrayMap(at -> toUInt64(at <= length(come)), arrayEnumerate({rungs:Array(UInt32)}))) AS reached,
  quantilesExactInclusiveForEach(0.25, 0.5, 0.75)(
    arrayMap((rung, before) -> bought_on[rung] - bought_on[before], arrayPopFront(come), arrayPopBack(come))) AS days,
  arrayMap(amount -> toFloat64(amount), sumForEach(arrayMap(at -> if(at = length(come), spent, toDecimal128(0, 6)),
    arrayEnumerate({rungs:Array(UInt32)})))) AS revenue
FROM ladder
GROUP BY value
ORDER BY accounts DESC, value
LIMIT {limit:UInt32}
`),
})
