import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines, RunScope } from './analysed-line.ts'

/** One row: how far the facts of some imports reach, cancelled lines counted apart. */
export const dataExtent = defineQuery({
  name: 'data-extent',
  parameters: z.object({ imports: z.array(z.int()), before: z.iso.date() }),
  row: z.object({
    lines: z.int(),
    cancelledLines: z.int(),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    currencies: z.array(z.string()),
    hasProfit: z.int(),
  }),
  sql: `
SELECT
  countIf(kind != 'cancelled') AS lines,
  countIf(kind = 'cancelled') AS cancelledLines,
  toString(minIf(day, kind != 'cancelled')) AS firstDay,
  toString(maxIf(day, kind != 'cancelled')) AS lastDay,
  arraySlice(arraySort(groupUniqArrayIf(currency, currency != '')), 1, 10) AS currencies,
  countIf(isNotNull(gross_profit)) > 0 AS hasProfit
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String})
`,
})

/** One row: the totals of a run over all its accounts. */
export const runTotals = defineQuery({
  name: 'run-totals',
  parameters: z.object({ runId: z.string() }),
  row: z.object({
    accounts: z.int(),
    orders: z.int(),
    orderLines: z.int(),
    returnLines: z.int(),
    netRevenue: z.number(),
    grossRevenue: z.number(),
    grossProfit: z.number().nullable(),
    returns: z.number(),
    firstOrder: z.iso.date().nullable(),
    lastOrder: z.iso.date().nullable(),
    accountsNotPositive: z.int(),
    amountNotPositive: z.number(),
    largestAccount: z.string(),
    largestAccountName: z.string(),
    largestRevenue: z.number(),
    largestProfit: z.number().nullable(),
  }),
  sql: `
SELECT
  count() AS accounts,
  sum(m.orders) AS orders,
  sum(m.order_lines) AS orderLines,
  sum(m.return_lines) AS returnLines,
  toFloat64(sum(m.net_revenue)) AS netRevenue,
  toFloat64(sum(m.gross_revenue)) AS grossRevenue,
  toFloat64(sumOrNull(m.gross_profit)) AS grossProfit,
  toFloat64(sum(m.returns)) AS returns,
  toString(min(m.first_order)) AS firstOrder,
  toString(max(m.last_order)) AS lastOrder,
  countIf(m.net_revenue <= 0) AS accountsNotPositive,
  toFloat64(sumIf(m.net_revenue, m.net_revenue <= 0)) AS amountNotPositive,
  argMin(m.account, (-m.net_revenue, m.account)) AS largestAccount,
  argMin(m.account_name, (-m.net_revenue, m.account)) AS largestAccountName,
  toFloat64(max(m.net_revenue)) AS largestRevenue,
  -- In a tuple, because an aggregate passes over a row whose argument is NULL and would name another account's profit.
  toFloat64(argMin(tuple(m.gross_profit), (-m.net_revenue, m.account)).1) AS largestProfit
FROM account_metrics AS m
WHERE m.run_id = {runId:String}
`,
})

/** One row per calendar month of the run's 24, by slot 0 (oldest) to 23: what all accounts bought. */
export const portfolioMonths = defineQuery({
  name: 'portfolio-months',
  parameters: RunScope,
  row: z.object({ slot: z.int(), netRevenue: z.number(), grossProfit: z.number().nullable() }),
  sql: overLines(`
WITH
  ${analysedLine}
SELECT
  line.month_slot AS slot,
  toFloat64(sum(line.net_revenue)) AS netRevenue,
  toFloat64(sumOrNull(line.gross_profit)) AS grossProfit
FROM ${lineSource}
WHERE ${isAnalysed} AND line.month_slot BETWEEN 0 AND 23
GROUP BY slot
ORDER BY slot
`),
})
