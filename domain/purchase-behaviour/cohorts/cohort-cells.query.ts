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
      max(bought) AS ever,
      groupArray((period, bought, revenue)) AS periods
    FROM account_period
    GROUP BY account_key
  )
SELECT
  if(ever AND cell.1 >= first_period, first_period, NULL) AS cohort,
  if(isNull(cohort), 0, cell.1 - first_period) AS age,
  countIf(cell.2) AS active,
  countIf(at = 1 AND NOT ever) AS begun,
  toFloat64(sum(cell.3)) AS revenue
FROM account
ARRAY JOIN periods AS cell, arrayEnumerate(periods) AS at
GROUP BY cohort, age
ORDER BY cohort, age
`),
})
