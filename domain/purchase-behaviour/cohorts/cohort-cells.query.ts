import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'
import { periodOfLine } from './period-of-line.ts'

/** Sales of an account in a period are fewer. */
const salesRoom = 2 ** 32

/**
 * One row per cohort and age: accounts that bought, and what they brought. Accounts that never bought, and returns before
 * the first purchase, have no cohort. The pure twin is methods/cohort/cohort-triangle.ts.
 */
export const cohortCells = defineQuery({
  name: 'cohort-cells',
  parameters: BehaviourScope.extend({ period: z.enum(['month', 'quarter', 'week']) }),
  row: z.object({
    cohort: z.int().nullable(),
    age: z.int(),
    active: z.int(),
    /** Accounts of which this row tells the first period. */
    begun: z.int(),
    revenue: z.number(),
  }),
  sql: overLines(`
WITH
  ${analysedLine},
  account_period AS (
    SELECT
      line.account_key AS account_key,
      ${periodOfLine} AS period,
      -- Millionths and the number of sales in one sum: of many accounts and periods, what is kept of each is what costs.
      sum(toInt128(reinterpretAsInt64(line.net_revenue)) * ${salesRoom} + line.is_sale) AS packed
    FROM ${lineSource}
    WHERE ${isAnalysed} AND line.is_counted
    GROUP BY account_key, period
  ),
  account AS (
    SELECT
      minIf(period, bitAnd(packed, ${salesRoom - 1}) > 0) AS first_period,
      min(period) AS earliest,
      max(bitAnd(packed, ${salesRoom - 1}) > 0) AS ever,
      groupArray(period) AS periods,
      groupArray(packed) AS packs
    FROM account_period
    GROUP BY account_key
  )
SELECT
  if(ever AND period >= first_period, first_period, NULL) AS cohort,
  if(isNull(cohort), 0, period - first_period) AS age,
  countIf(sales > 0) AS active,
  countIf(period = earliest AND NOT ever) AS begun,
  toFloat64(sum(intDiv(pack - sales, ${salesRoom}))) / 1000000 AS revenue
FROM (
  SELECT ever, earliest, first_period, period, pack, bitAnd(pack, ${salesRoom - 1}) AS sales
  FROM account
  ARRAY JOIN periods AS period, packs AS pack
)
GROUP BY cohort, age
ORDER BY cohort, age
`),
})
