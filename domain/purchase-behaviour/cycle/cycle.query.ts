import { cycleStatuses } from '@vitalfew/contract/purchase-behaviour.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'
import { accountRhythm } from './account-rhythm.ts'

/** Longest gaps, in days, of the bars of the histogram; all that are longer make the last. */
export const gapBars = [1, 3, 7, 14, 30, 60, 90, 180, 365] as const

/** One row: the gaps of all accounts together. The pure twin is methods/purchase-cycle/pooled-log-variance.ts. */
export const gapSummary = defineQuery({
  name: 'gap-summary',
  parameters: BehaviourScope.extend({ bars: z.array(z.int()) }),
  row: z.object({
    accounts: z.int(),
    repeatAccounts: z.int(),
    pooled: z.number().nullable(),
    quantiles: z.array(z.number().nullable()),
    histogram: z.array(z.int()),
    gapCount: z.int(),
  }),
  sql: overLines(`
WITH
  ${accountRhythm}
SELECT
  count() AS accounts,
  countIf(gap_count >= 2) AS repeatAccounts,
  if(repeatAccounts = 0, NULL, sumIf(log_squares, gap_count >= 2) / sumIf(gap_count - 1, gap_count >= 2)) AS pooled,
  quantilesExactInclusiveArray(0.1, 0.25, 0.5, 0.75, 0.9)(gaps) AS quantiles,
  arrayMap(bar -> toUInt64(bar), sumForEach(
    arrayMap((bar, before) -> arrayCount(gap -> gap > before AND gap <= bar, gaps),
      arrayPushBack({bars:Array(Int32)}, 2147483647), arrayPushFront({bars:Array(Int32)}, 0)))) AS histogram,
  sum(gap_count) AS gapCount
FROM rhythm
`),
})

/** How far the next purchase of each account is away. The pure twin is methods/purchase-cycle/next-purchase.ts. */
const expectation = `
  sqrt((log_squares + 4 * {pooled:Float64}) / (gap_count + 3)) AS spread,
  days[-1] AS last_day,
  last_day + toInt32(floor(median_gap + 0.5)) AS expected_day,
  last_day + toInt32(floor(median_gap * exp(-0.6744897501960817 * spread) + 0.5)) AS from_day,
  last_day + toInt32(floor(median_gap * exp(1.2815515655446004 * spread) + 0.5)) AS to_day,
  toInt32(toDate32({asOf:String})) AS today,
  multiIf(gap_count < 2, 'unknown', today < from_day, 'early', today <= to_day, 'due', 'overdue') AS status`

/** One row per status. */
export const cycleStatusCounts = defineQuery({
  name: 'cycle-statuses',
  parameters: BehaviourScope.extend({ pooled: z.number() }),
  row: z.object({ status: z.enum(cycleStatuses), accounts: z.int(), revenueLast12Months: z.number() }),
  sql: overLines(`
WITH
  ${accountRhythm},
  judged AS (SELECT revenue_last_12_months, ${expectation} FROM rhythm)
SELECT status, count() AS accounts, sum(revenue_last_12_months) AS revenueLast12Months
FROM judged
GROUP BY status
`),
})

/** Accounts with a rhythm: those overdue, then those due, then the rest; each by revenue. */
export const cycleAccounts = defineQuery({
  name: 'cycle-accounts',
  parameters: BehaviourScope.extend({ pooled: z.number(), limit: z.int(), statuses: z.array(z.enum(cycleStatuses)) }),
  row: z.object({
    key: z.string(),
    status: z.enum(cycleStatuses),
    gaps: z.int(),
    medianGapDays: z.number(),
    spread: z.number(),
    lastDay: z.int(),
    expectedDay: z.int(),
    fromDay: z.int(),
    toDay: z.int(),
    revenueLast12Months: z.number(),
  }),
  sql: overLines(`
WITH
  ${accountRhythm},
  judged AS (
    SELECT account_key, gap_count, median_gap, revenue_last_12_months, ${expectation} FROM rhythm WHERE gap_count >= 2
  )
SELECT
  toString(account_key) AS key,
  status,
  gap_count AS gaps,
  median_gap AS medianGapDays,
  spread,
  last_day AS lastDay,
  expected_day AS expectedDay,
  from_day AS fromDay,
  to_day AS toDay,
  revenue_last_12_months AS revenueLast12Months
FROM judged
WHERE status IN {statuses:Array(String)}
ORDER BY revenue_last_12_months DESC, account_key
LIMIT {limit:UInt32}
`),
})
