import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { defineQuery, type WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** The columns of the evidence of scores: who, which tier and why, the score with its bounds, and every criterion twice. */
export function evidenceColumns(model: SelectionModel): string[] {
  return [
    'account',
    'accountName',
    'netRevenue',
    'tier',
    'tierRule',
    'tierSince',
    'previousTier',
    'score',
    'lower',
    'upper',
    'failedGate',
    'missingCriteria',
    ...model.criteria.flatMap(({ id }) => [`${id}.value`, `${id}.points`]),
  ]
}

/**
 * One row per account of a run with everything its score is made of, the best first. Column names are ids of the model,
 * which are letters, digits and hyphens.
 */
export function evidenceScores(model: SelectionModel): WarehouseQuery<z.ZodType, z.ZodType> {
  const criteria = model.criteria.flatMap(({ id }, i) => [
    `round(s.criterion_values[${i + 1}], 6) AS \`${id}.value\``,
    `round(toFloat64(s.contributions[${i + 1}]), 4) AS \`${id}.points\``,
  ])
  return defineQuery({
    name: 'evidence-scores',
    parameters: z.object({ runId: z.string(), limit: z.int() }),
    row: z.unknown(),
    sql: `
SELECT
  m.account AS account, m.account_name AS accountName, toFloat64(m.net_revenue) AS netRevenue, s.tier AS tier,
  s.tier_rule AS tierRule, toString(s.tier_since) AS tierSince, s.previous_tier AS previousTier, s.score AS score,
  s.lower AS lower, s.upper AS upper, s.failed_gate AS failedGate,
  arrayStringConcat(s.missing_criteria, ' ') AS missingCriteria,
  ${criteria.join(',\n  ')}
FROM account_score AS s
INNER JOIN (SELECT account_key, account, account_name, net_revenue FROM account_metrics WHERE run_id = {runId:String}) AS m
  ON m.account_key = s.account_key
WHERE s.run_id = {runId:String}
ORDER BY s.score DESC, m.net_revenue DESC, m.account
LIMIT {limit:UInt64}
`,
  })
}
