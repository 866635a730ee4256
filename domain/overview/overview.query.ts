import { AccountToWatch, UrgentAccounts } from '@vitalfew/contract/api/overview.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { AccountPredicate } from '../access/index.ts'
import { exactSum, exactSumOrNull } from '../accounts/index.ts'

const AnyParameters = z.record(z.string(), z.unknown())

/** FROM and WHERE over the accounts that somebody may see, `account_row AS a` of one run. */
function visibleTo(predicate: AccountPredicate): string {
  return `FROM account_row AS a WHERE a.run_id = {runId:String} AND ${predicate.on('a.account_key')}`
}

/** One row: everything that is added up over all accounts. */
export function overviewTotals(predicate: AccountPredicate) {
  const visible = visibleTo(predicate)
  return defineQuery({
    name: 'overview-totals',
    parameters: AnyParameters,
    row: z.object({
      accounts: z.int(),
      netRevenue: z.number(),
      grossProfit: z.number().nullable(),
      revenueLast12Months: z.number(),
      revenuePrior12Months: z.number(),
      activeAccounts: z.int(),
      clv: z.number().nullable(),
      valueAtRisk: z.number().nullable(),
      firstDay: z.iso.date().nullable(),
      lastDay: z.iso.date().nullable(),
      months: z.array(z.number()),
      profitMonths: z.array(z.number()),
    }),
    sql: `
SELECT count() AS accounts, ${exactSum('a.net_revenue')} AS netRevenue, ${exactSumOrNull('a.gross_profit')} AS grossProfit,
  ${exactSum('a.revenue_last_12_months')} AS revenueLast12Months,
  ${exactSum('a.revenue_prior_12_months')} AS revenuePrior12Months,
  countIf(a.active_months > 0) AS activeAccounts, ${exactSumOrNull('a.clv')} AS clv,
  ${exactSumOrNull('a.value_at_risk')} AS valueAtRisk,
  toString(min(a.first_order)) AS firstDay, toString(max(a.last_order)) AS lastDay,
  arrayMap(x -> x / 1000, sumForEach(arrayMap(x -> toInt64(round(x * 1000)), a.monthly_revenue))) AS months,
  arrayMap(x -> x / 1000, sumForEach(arrayMap(x -> toInt64(round(x * 1000)), a.monthly_profit))) AS profitMonths
${visible}`,
  })
}

/** One row per class, stage, tier, tier before and churn level that belong together. */
export function overviewGroups(predicate: AccountPredicate) {
  const visible = visibleTo(predicate)
  return defineQuery({
    name: 'overview-groups',
    parameters: AnyParameters,
    row: z.object({
      abcClass: z.string(),
      stage: z.string(),
      tier: z.string(),
      previousTier: z.string(),
      level: z.string(),
      accounts: z.int(),
      netRevenue: z.number(),
      valueAtRisk: z.number().nullable(),
    }),
    sql: `
SELECT a.abc_class AS abcClass, a.lifecycle_stage AS stage, a.tier AS tier, a.previous_tier AS previousTier,
  a.churn_level AS level, count() AS accounts, ${exactSum('a.net_revenue')} AS netRevenue,
  ${exactSumOrNull('a.value_at_risk')} AS valueAtRisk
${visible}
GROUP BY abcClass, stage, tier, previousTier, level
ORDER BY abcClass, stage, tier, previousTier, level`,
  })
}

/** One row: the share of net revenue of the largest 0 %, 1 % … 100 % of the accounts. */
export function overviewPareto(predicate: AccountPredicate) {
  const visible = visibleTo(predicate)
  return defineQuery({
    name: 'overview-pareto',
    parameters: AnyParameters,
    row: z.object({ revenue: z.array(z.number()), counted: z.int() }),
    sql: `
WITH arrayReverseSort(groupArray(toInt64(round(greatest(a.net_revenue, 0) * 1000)))) AS sorted,
  arrayMap(x -> toFloat64(x), arrayCumSum(sorted)) AS cumulative,
  arrayMap(p -> cumulative[greatest(1, toUInt32(round(p * length(cumulative) / 100)))], range(1, 101)) AS points
SELECT if(empty(cumulative) OR cumulative[-1] = 0, [], arrayConcat([0.], arrayMap(x -> x / cumulative[-1], points))) AS revenue,
  length(cumulative) AS counted
${visible}`,
  })
}

/** Why somebody should look at an account, and the money that makes it urgent. */
const urgency = `
WITH indexOf({tiers:Array(String)}, a.tier) AS place, indexOf({tiers:Array(String)}, a.previous_tier) AS place_before,
  a.revenue_last_12_months AS recent,
  {hidesValue:UInt8} = 1 AS hides_value,
  a.previous_tier != '' AND place > place_before AND place_before > 0 AS fell,
  ifNull(a.overdue_cycles > 0, 0) AND a.lifecycle_stage NOT IN ('lost', 'prospect') AND recent > 0 AS is_overdue,
  a.churn_level IN ('high', 'medium') AND recent > 0 AS is_at_risk,
  multiIf(fell, 'fell', is_overdue, 'overdue', is_at_risk, 'risk', '') AS reason,
  multiIf(reason = 'fell', recent,
  reason = 'overdue', recent * least(toFloat64(ifNull(a.overdue_cycles, 0)), 3) / 3,
  reason = 'risk' AND NOT hides_value, ifNull(a.value_at_risk, recent * ifNull(a.churn_risk, 0)),
  recent * ifNull(a.churn_risk, 0)) AS stake`

/** One row per account that somebody should look at, the most money at stake first. */
export function overviewAttention(predicate: AccountPredicate) {
  const visible = visibleTo(predicate)
  return defineQuery({
    name: 'overview-attention',
    parameters: AnyParameters,
    row: AccountToWatch.extend({ atStake: z.number().nullable() }),
    sql: `${urgency}
SELECT toString(a.account_key) AS key, a.account AS account, a.account_name AS accountName, a.tier AS tier,
  a.net_revenue AS netRevenue, recent AS revenueLast12Months, toString(a.last_order) AS lastOrder, reason AS why,
  a.overdue_cycles AS overdueCycles, toString(a.next_order_due) AS nextOrderDue,
  nullIf(a.churn_level, '') AS churnLevel, a.churn_risk AS churnRisk,
  if(hides_value, NULL, a.value_at_risk) AS valueAtRisk, nullIf(a.previous_tier, '') AS previousTier,
  round(stake, 2) AS atStake
${visible} AND reason != ''
ORDER BY stake DESC, a.account
LIMIT 6 BY reason`,
  })
}

/** One row per reason to look at accounts, for all to whom it applies: how many, and what they bought in the last year. */
export function overviewUrgent(predicate: AccountPredicate) {
  return defineQuery({
    name: 'overview-urgent',
    parameters: AnyParameters,
    row: UrgentAccounts,
    sql: `${urgency}
SELECT arrayJoin(arrayConcat(if(fell, ['fell'], []), if(is_overdue, ['overdue'], []), if(is_at_risk, ['risk'], []))) AS why,
  count() AS accounts, ${exactSum('recent')} AS revenueLast12Months
${visibleTo(predicate)} AND reason != ''
GROUP BY why
ORDER BY why`,
  })
}
