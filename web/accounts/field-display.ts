import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { Translate } from '@vitalfew/contract/locale.ts'

/** How a field's values are written. */
export type FieldDisplay =
  | 'money'
  | 'count'
  | 'percent'
  | 'change'
  | 'decimal'
  | 'day'
  | 'words'
  | 'name'
  | 'tags'
  | 'segments'
  | 'tier'

export const fieldDisplays: Record<AccountField, FieldDisplay> = {
  account: 'words',
  accountName: 'name',
  parent: 'words',
  tags: 'tags',
  department: 'words',
  region: 'words',
  salesperson: 'words',
  channel: 'words',
  industry: 'words',
  netRevenue: 'money',
  grossRevenue: 'money',
  returns: 'money',
  returnRate: 'percent',
  grossProfit: 'money',
  margin: 'percent',
  contribution: 'money',
  share: 'percent',
  orders: 'count',
  orderLines: 'count',
  units: 'count',
  averageOrderValue: 'money',
  revenueLast12Months: 'money',
  growth: 'change',
  products: 'count',
  categories: 'count',
  firstOrder: 'day',
  lastOrder: 'day',
  recencyDays: 'count',
  ordersPerYear: 'decimal',
  meanDaysBetweenOrders: 'decimal',
  medianDaysBetweenOrders: 'decimal',
  activeMonths: 'count',
  segments: 'segments',
  abcClass: 'words',
  cumulativeShare: 'percent',
  xyzClass: 'words',
  rfm: 'words',
  rfmSegment: 'words',
  lifecycleStage: 'words',
  monthsInStage: 'count',
  pAlive: 'percent',
  expectedOrders: 'decimal',
  clv: 'money',
  clvLower: 'money',
  clvUpper: 'money',
  valueAtRisk: 'money',
  nextOrderDue: 'day',
  overdueCycles: 'decimal',
  churnLevel: 'words',
  churnRisk: 'percent',
  score: 'decimal',
  tier: 'tier',
}

/** Columns shown until a person chooses otherwise. */
export const usualFields: readonly AccountField[] = [
  'accountName',
  'tier',
  'score',
  'netRevenue',
  'revenueLast12Months',
  'growth',
  'grossProfit',
  'clv',
  'churnLevel',
  'lastOrder',
  'abcClass',
  'rfmSegment',
  'lifecycleStage',
]

/** What fits a telephone beside the name. */
export const narrowFields: readonly AccountField[] = ['accountName', 'tier', 'netRevenue', 'lastOrder']

export function isNumeric(field: AccountField): boolean {
  return !['words', 'name', 'tags', 'segments', 'tier'].includes(fieldDisplays[field])
}

/** The name of a field: lists have some that a spreadsheet of the run has not. */
export function fieldTitle(field: AccountField, t: Translate): string {
  return t(`analysis.column.${field}`, { defaultValue: t(`accounts.field.${field}`, { defaultValue: field }) })
}
