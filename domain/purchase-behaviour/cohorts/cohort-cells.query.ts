import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'
import { periodOfLine } from './period-of-line.ts'

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
      max(line.is_sale) AS bought,
      sum(line.net_revenue) AS revenue
    FROM ${lineSource}
    WHERE ${isAnalysed} AND line.is_counted
    GROUP BY account_key, period
  ),
  account AS (
    SELECT
      minIf(period, bought) AS first_period,
      min(period) AS earliest,
      max(bought) AS ever,
      groupArray(period) AS periods,
      groupArray(bought) AS boughts,
      -- Whole millionths: an array of decimals is put together value by value.
      groupArray(reinterpretAsInt128(account_period.revenue)) AS revenues
    FROM account_period
    GROUP BY account_key
  )
SELECT
  if(ever AND period >= first_period, first_period, NULL) AS cohort,
  if(isNull(cohort), 0, period - first_period) AS age,
  countIf(has_bought) AS active,
  countIf(period = earliest AND NOT ever) AS begun,
  toFloat64(sum(micros)) / 1000000 AS revenue
FROM account
ARRAY JOIN periods AS period, boughts AS has_bought, revenues AS micros
GROUP BY cohort, age
ORDER BY cohort, age
`),
})
