import type { AttributeCondition } from '@vitalfew/contract/selection-condition.ts'
import { defineQuery, type WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { attributeRegistry, metricRegistry, type MetricTable, metricTables } from '../model/metric-registry.ts'
import type { FixedKind } from './fixed-rows.ts'

export interface ColumnsRequest {
  readonly metrics: readonly string[]
  readonly attributes: readonly AttributeCondition[]
  readonly withPrevious: boolean
}

export const accountCount = defineQuery({
  name: 'account-count',
  parameters: z.object({ runId: z.string() }),
  row: z.object({ accounts: z.int() }),
  sql: 'SELECT count() AS accounts FROM account_metrics WHERE run_id = {runId:String}',
})

/** The columns of the answer, in order. */
export function columnsLayout({ metrics, attributes, withPrevious }: ColumnsRequest): (readonly [string, FixedKind])[] {
  return [
    ['key', 'u64'],
    ['netRevenue', 'f64'],
    ['grossProfit', 'f64'],
    ['share', 'f64'],
    ...metrics.map((name) => [`metric ${name}`, 'f64'] as const),
    ...attributes.map((_, index) => [`attribute ${index}`, 'u8'] as const),
    ...(withPrevious ? ([['previousTier', 'u8'] as const, ['previousSince', 'i32'] as const] as const) : []),
  ]
}

/**
 * One row per account of a run with the figures and conditions a model asks for, the largest revenue first, equal ones by
 * name: the order that decides between equal scores. Figures that are unknown are NaN. The statement is put together from
 * the registry's own texts; what comes from a model stands in parameters only.
 */
export function selectionColumns(request: ColumnsRequest): WarehouseQuery<z.ZodType, z.ZodType> {
  const { metrics, attributes, withPrevious } = request
  const used = tablesOf(request)
  const figures = metrics.map((name) => `ifNull(toFloat64(${metricRegistry[name]?.sql ?? 'NULL'}), nan)`)
  const matches = attributes.map((_, index) => matchOf(attributes[index], index))
  const previous = ["toUInt8(if(p.tier = '', 0, indexOf({tiers:Array(String)}, p.tier)))", previousDay]
  const columns = [
    'm.account_key',
    'toFloat64(m.net_revenue)',
    'ifNull(toFloat64(m.gross_profit), nan)',
    'm.share',
    ...figures,
    ...matches,
    ...(withPrevious ? previous : []),
  ]
  return defineQuery({
    name: 'selection-columns',
    parameters: z.looseObject({ runId: z.string() }),
    row: z.unknown(),
    sql: `
${used.lines.size > 0 ? `WITH\n  ${[attributedLine, ...[...used.lines].map(dominantValue)].join(',\n  ')}` : ''}
SELECT
  ${columns.join(',\n  ')}
FROM account_metrics AS m
${[...used.tables].map(joinOf).join('\n')}
${[...used.lines].map((column) => `LEFT JOIN dominant_${column} ON dominant_${column}.account_key = m.account_key`).join('\n')}
${withPrevious ? previousJoin : ''}
WHERE m.run_id = {runId:String}
ORDER BY m.net_revenue DESC, m.account
`,
  })
}

/** Values of the parameters that `selectionColumns` leaves open for conditions. */
export function conditionParameters(attributes: readonly AttributeCondition[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    attributes.map((condition, index) => [`among${index}`, condition.in ?? condition.notIn ?? []]),
  )
}

const previousDay = "if(p.tier = '', toInt32(0), toInt32(ifNull(p.tier_since, toDate32('1970-01-01'))))"
const previousJoin = `LEFT JOIN (SELECT account_key, tier, tier_since FROM account_score WHERE run_id = {previousRunId:String}) AS p
  ON p.account_key = m.account_key`

const attributedLine = `attributed AS (
    SELECT if(k.account_key = 0, l.customer_key, k.account_key) AS account_key, l.net_revenue AS net_revenue,
      l.industry AS industry, l.region AS region, l.department AS department, l.channel AS channel,
      l.salesperson AS salesperson, l.category AS category
    FROM sales_line AS l
    LEFT JOIN (
      SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
      FROM membership
      WHERE sequence <= {membershipSequence:UInt64}
      GROUP BY customer_key
    ) AS k ON k.customer_key = l.customer_key
    WHERE l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({asOf:String}) AND l.kind != 'cancelled'
  )`

/** What an account buys most under, by revenue; of equal ones the first by name. */
function dominantValue(column: string): string {
  return `dominant_${column} AS (
    SELECT account_key, argMin(value, (-revenue, value)) AS value
    FROM (
      SELECT account_key, toString(${column}) AS value, sum(net_revenue) AS revenue
      FROM attributed
      WHERE ${column} != ''
      GROUP BY account_key, value
    )
    GROUP BY account_key
  )`
}

function matchOf(condition: AttributeCondition | undefined, index: number): string {
  const definition = attributeRegistry[condition?.attribute ?? '']
  if (definition === undefined) return 'toUInt8(0)'
  const value = definition.table === 'lines' ? `dominant_${definition.sql}.value` : definition.sql
  const isAmong = `has({among${index}:Array(String)}, toString(${value}))`
  return condition?.in === undefined ? `toUInt8(NOT ${isAmong})` : `toUInt8(${isAmong})`
}

function joinOf(letter: MetricTable): string {
  const table = metricTables[letter]
  return `LEFT JOIN (SELECT * FROM ${table} WHERE run_id = {runId:String}) AS ${letter} ON ${letter}.account_key = m.account_key`
}

function tablesOf({ metrics, attributes }: ColumnsRequest): { tables: Set<MetricTable>; lines: Set<string> } {
  const tables = new Set<MetricTable>()
  const lines = new Set<string>()
  for (const name of metrics) {
    const table = metricRegistry[name]?.table
    if (table !== undefined && table !== 'm') tables.add(table)
  }
  for (const { attribute } of attributes) {
    const { table, sql } = attributeRegistry[attribute] ?? { table: 'm', sql: '' }
    if (table === 'lines') lines.add(sql)
    else if (table !== 'm') tables.add(table)
  }
  return { tables, lines }
}
