/** What a figure is counted in; decides how it is written for people. */
export type MetricUnit = 'money' | 'count' | 'share' | 'change' | 'days' | 'number'

/** Tables of a run that hold a row per account; the letter stands for the table in `sql`. */
export const metricTables = {
  m: 'account_metrics',
  k: 'account_contribution',
  a: 'account_abc',
  r: 'account_rfm',
  l: 'account_lifecycle',
  v: 'account_value',
  c: 'account_churn',
} as const
export type MetricTable = keyof typeof metricTables

export interface MetricDefinition {
  readonly table: MetricTable
  /** The figure in SQL; NULL where it is unknown. */
  readonly sql: string
  readonly unit: MetricUnit
}

const gaps = 'arrayPopFront(arrayDifference(m.purchase_days))'
const months = (from: number): string => `toFloat64(arraySum(arraySlice(m.monthly_revenue, ${from}, 3)))`

/** Every figure of an account that a model may ask for; its words are in the catalogues under `selection.metric.<name>`. */
export const metricRegistry: Readonly<Record<string, MetricDefinition>> = {
  netRevenue: { table: 'm', sql: 'm.net_revenue', unit: 'money' },
  grossRevenue: { table: 'm', sql: 'm.gross_revenue', unit: 'money' },
  returns: { table: 'm', sql: 'm.returns', unit: 'money' },
  returnRate: {
    table: 'm',
    sql: 'if(m.gross_revenue = 0, NULL, toFloat64(m.returns) / toFloat64(m.gross_revenue))',
    unit: 'share',
  },
  grossProfit: { table: 'm', sql: 'm.gross_profit', unit: 'money' },
  margin: {
    table: 'm',
    sql: 'if(m.revenue_with_profit <= 0, NULL, toFloat64(m.gross_profit) / toFloat64(m.revenue_with_profit))',
    unit: 'share',
  },
  contribution: { table: 'k', sql: 'k.contribution', unit: 'money' },
  share: { table: 'm', sql: 'm.share', unit: 'share' },
  revenueLast12Months: { table: 'm', sql: 'm.revenue_last_12_months', unit: 'money' },
  revenuePrior12Months: { table: 'm', sql: 'm.revenue_prior_12_months', unit: 'money' },
  growth: { table: 'm', sql: 'm.growth', unit: 'change' },
  recentTrend: {
    table: 'm',
    sql: `if(${months(19)} <= 0, NULL, ${months(22)} / ${months(19)} - 1)`,
    unit: 'change',
  },
  orders: { table: 'm', sql: 'm.orders', unit: 'count' },
  orderLines: { table: 'm', sql: 'm.order_lines', unit: 'count' },
  units: { table: 'm', sql: 'm.units', unit: 'number' },
  ordersPerYear: { table: 'm', sql: 'm.orders_per_year', unit: 'number' },
  averageOrderValue: {
    table: 'm',
    sql: 'if(m.orders = 0, NULL, toFloat64(m.gross_revenue) / m.orders)',
    unit: 'money',
  },
  activeMonths: { table: 'm', sql: 'm.active_months', unit: 'count' },
  recencyDays: { table: 'm', sql: 'm.recency_days', unit: 'days' },
  tenureDays: {
    table: 'm',
    sql: 'm.recency_days + (toInt32(m.last_order) - toInt32(m.first_order))',
    unit: 'days',
  },
  medianDaysBetweenOrders: { table: 'm', sql: 'm.median_days_between_orders', unit: 'days' },
  meanDaysBetweenOrders: { table: 'm', sql: 'm.mean_days_between_orders', unit: 'days' },
  cycleVariation: {
    table: 'm',
    sql: `if(length(m.purchase_days) < 4, NULL,
      sqrt(greatest(0, arrayAvg(g -> g * g, ${gaps}) - pow(arrayAvg(${gaps}), 2))) / arrayAvg(${gaps}))`,
    unit: 'number',
  },
  products: { table: 'm', sql: 'nullIf(m.products, 0)', unit: 'count' },
  categories: { table: 'm', sql: 'nullIf(m.categories, 0)', unit: 'count' },
  cumulativeShare: { table: 'a', sql: 'a.cumulative_share', unit: 'share' },
  rfmRecency: { table: 'r', sql: 'r.recency', unit: 'count' },
  rfmFrequency: { table: 'r', sql: 'r.frequency', unit: 'count' },
  rfmMonetary: { table: 'r', sql: 'r.monetary', unit: 'count' },
  monthsInStage: { table: 'l', sql: 'l.months_in_stage', unit: 'count' },
  silenceCycles: { table: 'l', sql: 'm.recency_days / l.cycle_days', unit: 'number' },
  clv: { table: 'v', sql: 'v.clv', unit: 'money' },
  pAlive: { table: 'v', sql: 'v.p_alive', unit: 'share' },
  expectedOrders: { table: 'v', sql: 'v.expected_orders', unit: 'number' },
  valueAtRisk: { table: 'v', sql: 'v.value_at_risk', unit: 'money' },
  overdueCycles: { table: 'v', sql: 'v.overdue_cycles', unit: 'number' },
  churnRisk: { table: 'c', sql: 'c.risk', unit: 'share' },
}

export interface AttributeDefinition {
  /** Of `lines`: the value the account buys most under, `sql` being the column. Otherwise its class in the run. */
  readonly table: MetricTable | 'lines'
  readonly sql: string
}

/** What an account is, besides its figures; words under `selection.attribute.<name>`. */
export const attributeRegistry: Readonly<Record<string, AttributeDefinition>> = {
  industry: { table: 'lines', sql: 'industry' },
  region: { table: 'lines', sql: 'region' },
  department: { table: 'lines', sql: 'department' },
  channel: { table: 'lines', sql: 'channel' },
  salesperson: { table: 'lines', sql: 'salesperson' },
  category: { table: 'lines', sql: 'category' },
  group: { table: 'm', sql: 'm.parent' },
  abcClass: { table: 'a', sql: 'a.abc_class' },
  xyzClass: { table: 'a', sql: 'a.xyz_class' },
  rfmSegment: { table: 'r', sql: 'r.segment' },
  lifecycleStage: { table: 'l', sql: 'l.stage' },
  churnLevel: { table: 'c', sql: 'c.level' },
}
