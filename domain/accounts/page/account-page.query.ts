import { AccountRow } from '@vitalfew/contract/accounts.ts'
import { churnSignals } from '@vitalfew/contract/churn.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountRowFigures } from '../rows/account-row-figures.ts'
import { linesOfAccount } from './account-lines.ts'

const OneAccount = z.object({ runId: z.string(), key: z.string() })
const Lines = z.object({
  imports: z.array(z.int()),
  asOf: z.iso.date(),
  membershipSequence: z.int(),
  key: z.string(),
})

/** One row: every figure of an account, and its place by net revenue. */
export const accountFigures = defineQuery({
  name: 'account-figures',
  parameters: OneAccount,
  row: AccountRow.extend({
    department: z.string(),
    region: z.string(),
    salesperson: z.string(),
    channel: z.string(),
    industry: z.string(),
    revenueLast12Months: z.number(),
    rank: z.int(),
  }),
  sql: `
SELECT a.account AS account, a.account_name AS accountName, a.parent AS parent,
  ${accountRowFigures},
  a.department AS department, a.region AS region, a.salesperson AS salesperson, a.channel AS channel,
  a.industry AS industry, a.revenue_last_12_months AS revenueLast12Months,
  a.missing_criteria AS missingCriteria, a.monthly_revenue AS monthlyRevenue,
  (SELECT count() + 1 FROM account_row AS other
   WHERE other.run_id = {runId:String} AND other.net_revenue > (
     SELECT max(own.net_revenue) FROM account_row AS own
     WHERE own.run_id = {runId:String} AND own.account_key = toUInt64({key:String}))) AS rank
FROM account_row AS a
WHERE a.run_id = {runId:String} AND a.account_key = toUInt64({key:String})
LIMIT 1`,
})

/** One row: what its score is made of; arrays follow the criteria of the model. */
export const accountScoreParts = defineQuery({
  name: 'account-score-parts',
  parameters: OneAccount,
  row: z.object({
    rule: z.string(),
    since: z.iso.date().nullable(),
    previousTier: z.string(),
    lower: z.number(),
    upper: z.number(),
    values: z.array(z.number()),
    known: z.array(z.int()),
    points: z.array(z.number()),
  }),
  sql: `
SELECT tier_rule AS rule, toString(tier_since) AS since, previous_tier AS previousTier, lower, upper,
  criterion_values AS values, known, contributions AS points
FROM account_score
WHERE run_id = {runId:String} AND account_key = toUInt64({key:String})
LIMIT 1`,
})

/** One row: what speaks for its leaving. */
export const accountSignals = defineQuery({
  name: 'account-signals',
  parameters: OneAccount,
  row: z.object({
    signals: z.array(z.enum(churnSignals)),
    strengths: z.array(z.number()),
    values: z.array(z.number().nullable()),
    usual: z.array(z.number().nullable()),
  }),
  sql: `
SELECT signals, strengths, signal_values AS values, signal_usual AS usual
FROM account_churn
WHERE run_id = {runId:String} AND account_key = toUInt64({key:String})
LIMIT 1`,
})

/** One row per calendar month in which the account bought or sent back. */
export const accountMonths = defineQuery({
  name: 'account-months',
  parameters: Lines,
  row: z.object({
    month: z.iso.date(),
    netRevenue: z.number(),
    grossProfit: z.number().nullable(),
    orders: z.int(),
    returns: z.number(),
  }),
  sql: `
SELECT
  toString(toStartOfMonth(l.day)) AS month,
  toFloat64(sum(l.net_revenue)) AS netRevenue,
  toFloat64(sumOrNull(l.gross_profit)) AS grossProfit,
  uniqExactIf(if(l.order_number = '', toString(l.day), l.order_number), l.kind = 'sale') AS orders,
  toFloat64(-sumIf(l.net_revenue, l.kind = 'return')) AS returns
${linesOfAccount} AND l.kind != 'cancelled'
GROUP BY month
ORDER BY month`,
})

/** One row per customer number in the sources. */
export const accountCustomers = defineQuery({
  name: 'account-customers',
  parameters: Lines,
  row: z.object({ customer: z.string(), name: z.string(), lines: z.int(), netRevenue: z.number() }),
  sql: `
SELECT l.customer AS customer, max(l.customer_name) AS name, count() AS lines,
  toFloat64(sumIf(l.net_revenue, l.kind != 'cancelled')) AS netRevenue
${linesOfAccount}
GROUP BY customer
ORDER BY netRevenue DESC, customer
LIMIT 200`,
})

/** One row per run in which the account was, the newest first. */
export const accountHistory = defineQuery({
  name: 'account-history-of-runs',
  parameters: z.object({ runs: z.array(z.string()), key: z.string() }),
  row: z.object({
    run: z.string(),
    tier: z.string(),
    score: z.number(),
    lifecycleStage: z.string(),
    netRevenue: z.number(),
  }),
  sql: `
SELECT run_id AS run, tier, score, lifecycle_stage AS lifecycleStage, net_revenue AS netRevenue
FROM account_row
WHERE run_id IN {runs:Array(String)} AND account_key = toUInt64({key:String})`,
})
