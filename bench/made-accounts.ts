import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** Fills the tables that pages read with a run over so many invented accounts; returns the keys of some. */
export async function madeAccounts({
  warehouse,
  database,
  accounts,
  lines,
}: {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  readonly accounts: number
  readonly lines: number
}): Promise<string[]> {
  await warehouse.command(fillRows(accounts), 'fill-rows')
  await warehouse.command(
    `INSERT INTO account_scope SELECT 'feed0001', concat('salesperson=seller ', toString(number % 40)), cityHash64(number)
     FROM numbers(${accounts})`,
    'fill-scopes',
  )
  for (let from = 0; from < lines; from += 5_000_000) {
    await warehouse.command(fillLines(accounts, { from, count: Math.min(5_000_000, lines - from) }), 'fill-lines')
  }
  await warehouse.command(
    `INSERT INTO account_score (run_id, account_key, score, tier, tier_rule)
     SELECT run_id, account_key, score, tier, 'score' FROM account_row`,
    'fill-scores',
  )
  await warehouse.command(fillMetrics, 'fill-metrics')
  await warehouse.insert({ name: 'fill-run', sql: insertRun }, Buffer.from(JSON.stringify({ summary: emptySummary })))
  await database
    .insertInto('person')
    .values({ id: 'seller', name: 'Seller 7', email: 's@firm.example', role: 'accountManager', locale: 'en' })
    .execute()
  await database
    .insertInto('published_run')
    .values({
      run_id: 'feed0001',
      as_of: '2025-01-01',
      currency: 'CNY',
      measure: 'netRevenue',
      first_cut: 0.8,
      second_cut: 0.95,
      model: 'bench',
      value_basis: 'netRevenue',
      accounts,
      net_revenue: 0,
      imports: [1],
      membership_sequence: 0,
      product: 'bench',
      job_id: null,
      completed_at: new Date(),
    })
    .execute()
  const some = defineQuery({
    name: 'some-keys',
    parameters: z.object({}),
    row: z.object({ key: z.string() }),
    sql: 'SELECT toString(account_key) AS key FROM account_row ORDER BY account LIMIT 100',
  })
  return (await warehouse.rows(some, {})).map(({ key }) => key)
}

function fillRows(accounts: number): string {
  return `INSERT INTO account_row (run_id, account_key, account, account_name, search_name, department, region, salesperson,
  net_revenue, gross_revenue, gross_profit, margin, share, orders, order_lines, last_order, first_order, recency_days,
  revenue_last_12_months, growth, abc_class, cumulative_share, xyz_class, rfm, rfm_segment, lifecycle_stage, p_alive, clv,
  value_at_risk, overdue_cycles, churn_level, churn_risk, score, tier, previous_tier, monthly_revenue, monthly_profit)
WITH cityHash64(number) AS h, round(exp(4 + (h % 1000) / 120), 2) AS revenue
SELECT 'feed0001', h, concat('C', toString(number)), concat('Customer ', toString(number), ' Ltd'),
  concat('c', toString(number), '\\ncustomer ', toString(number), ' ltd'),
  concat('Department ', toString(h % 12)), concat('Region ', toString(h % 7)), concat('Seller ', toString(number % 40)),
  revenue, revenue, round(revenue * 0.3, 2), 0.3, 0.000001, 1 + h % 40, 1 + h % 90, toDate32('2024-12-31') - h % 700,
  toDate32('2021-01-01') + h % 700, h % 700, round(revenue / 3, 2), ((h % 200) - 100) / 100,
  ['A', 'B', 'C'][1 + h % 3], (h % 1000) / 1000, ['X', 'Y', 'Z'][1 + h % 3], toString(111 + h % 5), 'loyal',
  ['growing', 'mature', 'slipping', 'dormant', 'lost'][1 + h % 5], (h % 100) / 100, round(revenue * ((h % 90) / 30), 2),
  round(revenue / 9, 2), (h % 50) / 10 - 2, ['high', 'medium', 'low', 'left'][1 + h % 4], (h % 100) / 100,
  (h % 10000) / 100, if(h % 50 = 0, 'key', 'ordinary'), 'ordinary',
  arrayMap(i -> round(revenue / 24, 2), range(24)), arrayMap(i -> round(revenue / 80, 2), range(24))
FROM numbers(${accounts})`
}

/** What selection reads: the same figures, and some that a row does not have. */
const fillMetrics = `INSERT INTO account_metrics (run_id, account_key, account, account_name, net_revenue, gross_revenue,
  gross_profit, orders, order_lines, products, categories, growth, share, active_months, recency_days, last_order)
SELECT run_id, account_key, account, account_name, net_revenue, gross_revenue, gross_profit, orders, order_lines,
  1 + account_key % 37, 1 + account_key % 9, growth, share, 1 + account_key % 12, recency_days, last_order
FROM account_row`

function fillLines(accounts: number, { from, count }: { readonly from: number; readonly count: number }): string {
  return `INSERT INTO sales_line (import_id, row, customer_key, customer, day, kind, order_number, product, category,
  quantity, net_revenue, currency, department)
SELECT 1, number, cityHash64(c), concat('C', toString(c)), toDate32('2022-01-01') + (h % 1090), 'sale',
  concat('O', toString(intDiv(number, 3))), concat('P', toString(h % 500)), concat('K', toString(h % 20)), 1,
  (h % 100000) / 100, 'CNY', concat('Department ', toString(h % 12))
FROM (SELECT number, cityHash64(number, 1) AS h, cityHash64(number, 2) % ${accounts} AS c
      FROM numbers(${from}, ${count}))`
}

const insertRun = `INSERT INTO analysis_run (run_id, as_of, completed_at, summary)
SELECT 'feed0001', toDate32('2025-01-01'), now64(3), summary FROM input('summary String') FORMAT JSONEachRow`

const none = { accounts: 0, share: 0, amount: 0 }

/** A run that says nothing but that it is one. */
const emptySummary = JSON.stringify({
  run: {
    schemaVersion: 1,
    run: {
      id: 'feed0001',
      asOf: '2025-01-01',
      currency: 'CNY',
      locale: 'en',
      engine: '',
      product: '',
      parameters: { measure: 'netRevenue', abcCuts: [0.8, 0.95], model: 'bench' },
      imports: [],
    },
    totals: {
      accounts: 0,
      orders: 0,
      orderLines: 0,
      returnLines: 0,
      cancelledLines: 0,
      netRevenue: 0,
      grossRevenue: 0,
      grossProfit: null,
      returns: 0,
      firstOrder: null,
      lastOrder: null,
    },
    abc: {
      measure: 'netRevenue',
      cuts: [0.8, 0.95],
      classes: { A: none, B: none, C: none },
      unclassified: { accounts: 0, amount: 0 },
      gini: 0,
      hhi: 0,
      topShares: [],
      matrix: [],
    },
    rfm: { segments: [], grid: [] },
    lifecycle: { portfolioCycleDays: 1, stages: [] },
    concentration: {
      largestAccount: null,
      largestAccountName: '',
      netRevenue: 0,
      netRevenueShare: 0,
      grossProfit: null,
      grossProfitShare: null,
      netRevenueWithout: 0,
      grossProfitWithout: null,
    },
    quality: { score: 1, issues: [] },
    keyAccounts: [],
    selection: null,
    value: null,
    churn: null,
  },
  runId: 'feed0001',
  dataStart: '2022-01-01',
  months: [],
  concentrationCurve: [0, 1],
  aliveHistories: [],
})
