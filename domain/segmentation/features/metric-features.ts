import type { SegmentUnit } from '@vitalfew/contract/segmentation.ts'

export interface MetricFeature {
  /** The figure in SQL over account_metrics; NULL where it is unknown. */
  readonly sql: string
  readonly unit: SegmentUnit
}

/** Days between purchase days. */
const gaps = 'arrayPopFront(arrayDifference(purchase_days))'

/** Figures of a run's accounts that clusters may go by; their names are in the catalogues under `selection.metric.<name>`. */
export const metricFeatures = {
  netRevenue: { sql: 'net_revenue', unit: 'money' },
  grossRevenue: { sql: 'nullIf(gross_revenue, 0)', unit: 'money' },
  grossProfit: { sql: 'gross_profit', unit: 'money' },
  margin: {
    sql: 'if(revenue_with_profit <= 0, NULL, toFloat64(gross_profit) / toFloat64(revenue_with_profit))',
    unit: 'share',
  },
  returnRate: { sql: 'if(gross_revenue = 0, NULL, toFloat64(returns) / toFloat64(gross_revenue))', unit: 'share' },
  revenueLast12Months: { sql: 'revenue_last_12_months', unit: 'money' },
  growth: { sql: 'growth', unit: 'change' },
  orders: { sql: 'orders', unit: 'count' },
  ordersPerYear: { sql: 'orders_per_year', unit: 'number' },
  averageOrderValue: { sql: 'if(orders = 0, NULL, toFloat64(gross_revenue) / orders)', unit: 'money' },
  recencyDays: { sql: 'recency_days', unit: 'days' },
  tenureDays: { sql: 'recency_days + (toInt32(last_order) - toInt32(first_order))', unit: 'days' },
  medianDaysBetweenOrders: { sql: 'median_days_between_orders', unit: 'days' },
  cycleVariation: {
    sql: `if(length(purchase_days) < 4, NULL,
      sqrt(greatest(0, arrayAvg(g -> g * g, ${gaps}) - pow(arrayAvg(${gaps}), 2))) / arrayAvg(${gaps}))`,
    unit: 'number',
  },
  activeMonths: { sql: 'active_months', unit: 'count' },
  products: { sql: 'nullIf(products, 0)', unit: 'count' },
  categories: { sql: 'nullIf(categories, 0)', unit: 'count' },
} as const satisfies Readonly<Record<string, MetricFeature>>

/** Metrics whose heights and depths have words of their own, under `segmentation.trait.<name>`. */
export const traitPhrases: readonly string[] = Object.keys(metricFeatures)

/**
 * What accounts of a run are grouped by where nobody says: what they buy, how often, how much at a time, how lately, how wide.
 * Gross revenue, for a few accounts that sent more back than they bought would keep net revenue from being taken in logarithms.
 */
export const suggestedMetrics = [
  'grossRevenue',
  'ordersPerYear',
  'averageOrderValue',
  'recencyDays',
  'products',
] as const
