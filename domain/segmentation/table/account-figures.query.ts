import { defineQuery, type WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { metricFeatures } from '../features/metric-features.ts'
import { analysedLine, isAnalysed, lineSource } from '../../metrics/index.ts'

export const accountTotal = defineQuery({
  name: 'segment-account-total',
  parameters: z.object({ runId: z.string() }),
  row: z.object({ accounts: z.int() }),
  sql: 'SELECT count() AS accounts FROM account_metrics WHERE run_id = {runId:String}',
})

/** Every account of a run with every metric, in RowBinary: the key, then doubles; unknown figures are NaN. */
export const accountFigures: WarehouseQuery<z.ZodType, z.ZodType> = defineQuery({
  name: 'segment-account-figures',
  parameters: z.looseObject({ runId: z.string() }),
  row: z.unknown(),
  sql: `
SELECT account_key, ${Object.values(metricFeatures)
    .map(({ sql }) => `ifNull(toFloat64(${sql}), nan)`)
    .join(', ')}
FROM account_metrics
WHERE run_id = {runId:String}
ORDER BY account_key
`,
})

/** What accounts are called, by key as text. */
export const accountTitles = defineQuery({
  name: 'segment-account-titles',
  parameters: z.object({ runId: z.string(), keys: z.array(z.string()) }),
  row: z.object({ key: z.string(), account: z.string(), accountName: z.string() }),
  sql: `
SELECT toString(account_key) AS key, account, account_name AS accountName
FROM account_metrics
WHERE run_id = {runId:String}
  AND (empty({keys:Array(String)}) OR account_key IN (SELECT toUInt64(arrayJoin({keys:Array(String)}))))
`,
})

const Lines = z.object({ imports: z.array(z.int()), membershipSequence: z.int(), asOf: z.iso.date() })

/** The categories that bring most, the largest first. */
export const largestCategories = defineQuery({
  name: 'segment-largest-categories',
  parameters: Lines.extend({ most: z.int() }),
  row: z.object({ category: z.string() }),
  sql: `
WITH ${analysedLine}
SELECT toString(line.category) AS category
FROM line
WHERE line.category != ''
GROUP BY category
HAVING sum(line.net_revenue) > 0
ORDER BY sum(line.net_revenue) DESC, category
LIMIT {most:UInt32}
`,
})

/** What each account spends on the categories asked for, as shares of its positive revenue. */
export const categoryShares = defineQuery({
  name: 'segment-category-shares',
  parameters: Lines.extend({ categories: z.array(z.string()) }),
  row: z.object({ key: z.string(), shares: z.array(z.number()) }),
  sql: `
WITH ${analysedLine}
SELECT
  toString(line.account_key) AS key,
  arrayMap(c -> toFloat64(arraySum((v, n) -> if(n = c, v, toDecimal128(0, 6)), groupArray(spent), groupArray(name)))
    / toFloat64(sum(spent)), {categories:Array(String)}) AS shares
FROM (
  SELECT line.account_key AS account_key, toString(line.category) AS name,
    toDecimal128(greatest(sum(line.net_revenue), 0), 6) AS spent
  FROM line
  GROUP BY account_key, name
) AS line
GROUP BY line.account_key
HAVING sum(spent) > 0
`,
})

export const attributeNames = ['region', 'department', 'channel', 'industry', 'salesperson', 'category'] as const
export type AttributeName = (typeof attributeNames)[number]

/** The value of an attribute that each account buys most under; of equal ones the last by name. */
export function accountAttributes(attribute: AttributeName) {
  return defineQuery({
    name: `segment-account-${attribute}`,
    parameters: Lines,
    row: z.object({ key: z.string(), value: z.string() }),
    sql: `
WITH ${analysedLine}
SELECT toString(account_key) AS key, argMax(value, (revenue, value)) AS value
FROM (
  SELECT if(m.account_key = 0, l.customer_key, m.account_key) AS account_key, toString(l.${attribute}) AS value,
    sum(l.net_revenue) AS revenue
  FROM ${lineSource}
  WHERE ${isAnalysed} AND l.kind != 'cancelled' AND l.${attribute} != ''
  GROUP BY account_key, value
)
GROUP BY account_key
`,
  })
}
