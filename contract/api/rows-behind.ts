import type { AccountField } from './account-fields.ts'

/** Which lines of an account a figure is made of, as the route of lines understands it; days are inclusive. */
export interface RowsBehind {
  readonly from?: string
  readonly to?: string
  readonly kind?: 'sale' | 'return'
}

interface Of {
  /** The day the run stands on; the day before is the last it knows. */
  readonly asOf: string
  readonly firstOrder: string | null
  readonly lastOrder: string | null
}

/**
 * The lines that a figure comes from. Null for a figure that is no sum or count of the account's own lines: a class, a score,
 * a forecast, each of which is made of such figures.
 *
 * @example
 * rowsBehind('returns', { asOf: '2025-03-01', firstOrder: null, lastOrder: null }) // { kind: 'return' }
 * rowsBehind('revenueLast12Months', { asOf: '2024-02-29', firstOrder: null, lastOrder: null }) // { from: '2023-02-28', to: '2024-02-28' }
 * rowsBehind('score', { asOf: '2025-03-01', firstOrder: null, lastOrder: null }) // null
 */
export function rowsBehind(field: AccountField, of: Of): RowsBehind | null {
  const rule = rules[field]
  return rule === undefined ? null : rule(of)
}

const all = (): RowsBehind => ({})
const sales = (): RowsBehind => ({ kind: 'sale' })
const returned = (): RowsBehind => ({ kind: 'return' })
const lastYear = ({ asOf }: Of): RowsBehind => ({ from: yearBefore(asOf), to: dayBefore(asOf) })
const lastTwoYears = ({ asOf }: Of): RowsBehind => ({ from: yearBefore(yearBefore(asOf)), to: dayBefore(asOf) })
const on = (day: string | null): RowsBehind | null => (day === null ? null : { from: day, to: day, kind: 'sale' })
const onFirst = ({ firstOrder }: Of): RowsBehind | null => on(firstOrder)
const onLast = ({ lastOrder }: Of): RowsBehind | null => on(lastOrder)

const rules: Partial<Record<AccountField, (of: Of) => RowsBehind | null>> = {
  netRevenue: all,
  grossRevenue: sales,
  returns: returned,
  returnRate: returned,
  grossProfit: all,
  margin: all,
  share: all,
  orders: sales,
  orderLines: all,
  units: all,
  averageOrderValue: sales,
  revenueLast12Months: lastYear,
  growth: lastTwoYears,
  products: all,
  categories: all,
  firstOrder: onFirst,
  lastOrder: onLast,
  recencyDays: onLast,
  ordersPerYear: sales,
  meanDaysBetweenOrders: sales,
  medianDaysBetweenOrders: sales,
  activeMonths: lastYear,
}

/** The same day a year before; the 29th of February becomes the 28th. */
function yearBefore(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const isLeapDay = month === '02' && date === '29'
  return `${String(Number(year) - 1).padStart(4, '0')}-${month}-${isLeapDay ? '28' : date}`
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
