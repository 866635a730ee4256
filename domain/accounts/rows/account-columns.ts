import type { AccountField } from '@vitalfew/contract/api/account-filter.ts'

/**
 * What each field of an account is in `account_row AS a`: the only place where the name of a field becomes SQL. An empty
 * text of a class is no class.
 */
export const accountColumns = {
  account: 'a.account',
  accountName: 'a.account_name',
  parent: 'a.parent',
  department: 'a.department',
  region: 'a.region',
  salesperson: 'a.salesperson',
  channel: 'a.channel',
  industry: 'a.industry',
  netRevenue: 'a.net_revenue',
  grossRevenue: 'a.gross_revenue',
  returns: 'a.returns',
  returnRate: 'a.return_rate',
  grossProfit: 'a.gross_profit',
  margin: 'a.margin',
  contribution: 'a.contribution',
  share: 'a.share',
  orders: 'a.orders',
  orderLines: 'a.order_lines',
  units: 'a.units',
  firstOrder: 'a.first_order',
  lastOrder: 'a.last_order',
  recencyDays: 'a.recency_days',
  ordersPerYear: 'a.orders_per_year',
  meanDaysBetweenOrders: 'a.mean_days_between_orders',
  medianDaysBetweenOrders: 'a.median_days_between_orders',
  averageOrderValue: 'a.average_order_value',
  revenueLast12Months: 'a.revenue_last_12_months',
  growth: 'a.growth',
  products: 'a.products',
  categories: 'a.categories',
  activeMonths: 'a.active_months',
  abcClass: "nullIf(a.abc_class, '')",
  cumulativeShare: 'a.cumulative_share',
  xyzClass: "nullIf(a.xyz_class, '')",
  rfm: 'a.rfm',
  rfmSegment: 'a.rfm_segment',
  lifecycleStage: 'a.lifecycle_stage',
  monthsInStage: 'a.months_in_stage',
  pAlive: 'a.p_alive',
  expectedOrders: 'a.expected_orders',
  clv: 'a.clv',
  clvLower: 'a.clv_lower',
  clvUpper: 'a.clv_upper',
  valueAtRisk: 'a.value_at_risk',
  nextOrderDue: 'a.next_order_due',
  overdueCycles: 'a.overdue_cycles',
  churnLevel: "nullIf(a.churn_level, '')",
  churnRisk: 'a.churn_risk',
  score: 'a.score',
  tier: 'a.tier',
} as const satisfies Record<Exclude<AccountField, ListField>, string>

export type AccountColumn = keyof typeof accountColumns

/** Fields of which an account may have several values: they stand in tables of their own. */
export type ListField = 'tags' | 'segments'

export function isListField(field: AccountField): field is ListField {
  return field === 'tags' || field === 'segments'
}

const days: ReadonlySet<string> = new Set(['firstOrder', 'lastOrder', 'nextOrderDue'])

/** A field as it leaves the warehouse: days as text. */
export function shownColumn(field: AccountColumn): string {
  const column = accountColumns[field]
  return days.has(field) ? `toString(${column})` : column
}
