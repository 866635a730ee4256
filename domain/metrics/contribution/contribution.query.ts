import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountPosting, currentRows, recordKindDefinitions } from '../../imports/index.ts'
import { analysedLine, isAnalysed, lineSource, overLines, RunScope } from '../analysed-line.ts'

const Costs = z.object({
  /** Imports of costs that count. */
  costImports: z.array(z.int()),
  asOf: z.iso.date(),
  /** What the accounts are counted in: postings in another currency are left out. */
  currency: z.string(),
})

/** One row: the months of which costs are known, of whatever account, and how many postings there are. */
export const costMonths = defineQuery({
  name: 'cost-months',
  parameters: Costs,
  row: z.object({ postings: z.int(), months: z.array(z.iso.date()) }),
  sql: `
SELECT count() AS postings, arrayMap(month -> toString(month), arraySort(groupUniqArrayIf(toStartOfMonth(assumeNotNull(period)), period IS NOT NULL))) AS months
FROM ${currentRows(recordKindDefinitions.costs, 'costImports')} AS c
WHERE c.customer_key != 0 AND c.currency IN ('', {currency:String}) AND (c.period IS NULL OR c.period < toDate32({asOf:String}))
`,
})

const isCovered = (day: string): string =>
  `(empty({months:Array(String)}) OR has({months:Array(String)}, toString(toStartOfMonth(${day}))))`

/**
 * One row per account of whom costs are known: its profit in the months of which costs are known, less what it cost in
 * them. Where no posting says when it was, all months count. NULL where it has lines in these months and the profit of
 * none is known. Pure twin: methods/metrics/contribution.ts.
 */
export const writeAccountContribution = defineStatement({
  name: 'write-account-contribution',
  parameters: RunScope.extend(Costs.shape).extend({
    months: z.array(z.iso.date()),
    /** What money costs in a year, as a share. */
    capitalRate: z.number().min(0),
  }),
  sql: overLines(`
INSERT INTO account_contribution
WITH
  ${analysedLine},
  ${accountPosting('costImports')},
  cost AS (
    SELECT account_key, sum(posting.cost) AS spent, sum(posting.receivables) AS owed
    FROM posting
    WHERE empty({months:Array(String)}) OR (period IS NOT NULL AND ${isCovered('assumeNotNull(period)')})
    GROUP BY account_key
  ),
  earned AS (
    SELECT line.account_key AS account_key, sumOrNull(line.gross_profit) AS profit, countIf(line.is_counted) AS lines
    FROM ${lineSource}
    WHERE ${isAnalysed} AND ${isCovered('line.day')}
    GROUP BY account_key
  )
SELECT
  {runId:String} AS run_id,
  cost.account_key AS account_key,
  toDecimal128(if(earned.lines > 0, earned.profit, toDecimal128(0, 6)), 6) - toDecimal128(cost.spent, 6)
    - toDecimal128(round(toFloat64(cost.owed) * {capitalRate:Float64} / 12, 6), 6) AS contribution
FROM cost
LEFT JOIN earned ON earned.account_key = cost.account_key
`),
})

/** One row: of how many accounts of a run the contribution is known, and what they come to. */
export const contributionTotals = defineQuery({
  name: 'contribution-totals',
  joinsOnShard: true,
  parameters: z.object({ runId: z.string() }),
  row: z.object({ accounts: z.int(), amount: z.number() }),
  sql: `
SELECT count() AS accounts, toFloat64(sum(assumeNotNull(k.contribution))) AS amount
FROM account_contribution AS k
INNER JOIN account_metrics AS m ON m.account_key = k.account_key
WHERE k.run_id = {runId:String} AND m.run_id = {runId:String} AND k.contribution IS NOT NULL
`,
})
