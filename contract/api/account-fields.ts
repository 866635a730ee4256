/** What a figure or a name of an account is; decides how it may be compared. */
export type AccountFieldKind = 'text' | 'number' | 'day' | 'choice' | 'list'

/** Where a field stands when columns are chosen. */
export const accountFieldGroups = ['name', 'sales', 'rhythm', 'class', 'value', 'selection', 'organisation'] as const
export type AccountFieldGroup = (typeof accountFieldGroups)[number]

export interface AccountFieldTraits {
  readonly kind: AccountFieldKind
  readonly group: AccountFieldGroup
  /** True where the field, or what it is computed from, tells of profit. */
  readonly isProfit?: true
  /** True where it tells of profit when the run classifies, values or selects by profit. */
  readonly mayBeProfit?: true
}

/**
 * The fields of an account that a list can show, sort and filter by: those of `AccountRow`, and what belongs to a list.
 * Their words are in the catalogues under `analysis.column.<field>` and `accounts.field.<field>`.
 */
export const accountFields = {
  account: { kind: 'text', group: 'name' },
  accountName: { kind: 'text', group: 'name' },
  parent: { kind: 'text', group: 'name' },
  tags: { kind: 'list', group: 'name' },
  department: { kind: 'choice', group: 'organisation' },
  region: { kind: 'choice', group: 'organisation' },
  salesperson: { kind: 'choice', group: 'organisation' },
  channel: { kind: 'choice', group: 'organisation' },
  industry: { kind: 'choice', group: 'organisation' },
  netRevenue: { kind: 'number', group: 'sales' },
  grossRevenue: { kind: 'number', group: 'sales' },
  returns: { kind: 'number', group: 'sales' },
  returnRate: { kind: 'number', group: 'sales' },
  grossProfit: { kind: 'number', group: 'sales', isProfit: true },
  margin: { kind: 'number', group: 'sales', isProfit: true },
  contribution: { kind: 'number', group: 'sales', isProfit: true },
  share: { kind: 'number', group: 'sales' },
  orders: { kind: 'number', group: 'sales' },
  orderLines: { kind: 'number', group: 'sales' },
  units: { kind: 'number', group: 'sales' },
  averageOrderValue: { kind: 'number', group: 'sales' },
  revenueLast12Months: { kind: 'number', group: 'sales' },
  growth: { kind: 'number', group: 'sales' },
  products: { kind: 'number', group: 'sales' },
  categories: { kind: 'number', group: 'sales' },
  firstOrder: { kind: 'day', group: 'rhythm' },
  lastOrder: { kind: 'day', group: 'rhythm' },
  recencyDays: { kind: 'number', group: 'rhythm' },
  ordersPerYear: { kind: 'number', group: 'rhythm' },
  meanDaysBetweenOrders: { kind: 'number', group: 'rhythm' },
  medianDaysBetweenOrders: { kind: 'number', group: 'rhythm' },
  activeMonths: { kind: 'number', group: 'rhythm' },
  segments: { kind: 'list', group: 'class' },
  abcClass: { kind: 'choice', group: 'class', mayBeProfit: true },
  cumulativeShare: { kind: 'number', group: 'class', mayBeProfit: true },
  xyzClass: { kind: 'choice', group: 'class' },
  rfm: { kind: 'choice', group: 'class' },
  rfmSegment: { kind: 'choice', group: 'class' },
  lifecycleStage: { kind: 'choice', group: 'class' },
  monthsInStage: { kind: 'number', group: 'class' },
  pAlive: { kind: 'number', group: 'value' },
  expectedOrders: { kind: 'number', group: 'value' },
  clv: { kind: 'number', group: 'value', mayBeProfit: true },
  clvLower: { kind: 'number', group: 'value', mayBeProfit: true },
  clvUpper: { kind: 'number', group: 'value', mayBeProfit: true },
  valueAtRisk: { kind: 'number', group: 'value', mayBeProfit: true },
  nextOrderDue: { kind: 'day', group: 'value' },
  overdueCycles: { kind: 'number', group: 'value' },
  churnLevel: { kind: 'choice', group: 'value' },
  churnRisk: { kind: 'number', group: 'value' },
  score: { kind: 'number', group: 'selection', mayBeProfit: true },
  tier: { kind: 'choice', group: 'selection' },
} as const satisfies Record<string, AccountFieldTraits>

export type AccountField = keyof typeof accountFields
