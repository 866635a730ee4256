import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../calendar/day-from-iso.ts'
import { accountMetrics } from './account-metrics.ts'
import type { SalesLine } from './sales-line.ts'

function line(date: string, amount: number, rest: Partial<SalesLine> = {}): SalesLine {
  return {
    day: dayFromIso(date),
    orderNumber: '',
    kind: amount < 0 ? 'return' : 'sale',
    netRevenue: units(amount),
    grossProfit: null,
    quantity: null,
    product: '',
    category: '',
    ...rest,
  }
}

function units(amount: number): bigint {
  return BigInt(amount) * 1_000_000n
}

const asOf = dayFromIso('2024-07-01')
const context = { asOf, firstDay: dayFromIso('2022-01-10'), totalNetRevenue: units(1440) }

// Worked by hand: every figure below can be found from these eight lines with a pencil.
const history = [
  line('2022-08-05', 100, {
    orderNumber: 'o1',
    grossProfit: units(20),
    quantity: units(10),
    product: 'p1',
    category: 'c1',
  }),
  line('2023-08-05', 200, { orderNumber: 'o2', quantity: units(5), product: 'p2', category: 'c1' }),
  line('2023-08-05', 50, { orderNumber: 'o2', grossProfit: units(10), product: 'p1', category: 'c1' }),
  line('2024-05-01', 999, {
    kind: 'cancelled',
    orderNumber: 'o3',
    grossProfit: units(9),
    quantity: units(9),
    product: 'p8',
  }),
  line('2024-06-30', 30, { grossProfit: units(6), quantity: units(1) }),
  line('2024-06-30', 20, { grossProfit: units(4), quantity: units(1), product: 'p3', category: 'c2' }),
  line('2024-06-30', -40, {
    orderNumber: 'r1',
    grossProfit: units(-8),
    quantity: units(-2),
    product: 'p9',
    category: 'c9',
  }),
  line('2024-07-01', 500, { orderNumber: 'o4', product: 'p7' }),
]

describe('accountMetrics', () => {
  it('gives the figures worked by hand', () => {
    const monthlyRevenue = Array.from({ length: 24 }, () => 0n)
    monthlyRevenue[1] = units(100)
    monthlyRevenue[13] = units(250)
    monthlyRevenue[23] = units(10)
    expect(accountMetrics(history, context)).toEqual({
      netRevenue: units(360),
      grossRevenue: units(400),
      returns: units(40),
      returnRate: 0.1,
      grossProfit: units(32),
      margin: 0.2, // 32 of the 160 on lines with a known profit
      orderLines: 6,
      returnLines: 1,
      units: units(15),
      share: 0.25,
      orders: 3,
      purchaseDays: ['2022-08-05', '2023-08-05', '2024-06-30'].map(dayFromIso),
      purchaseRevenues: [units(100), units(250), units(50)],
      firstOrder: dayFromIso('2022-08-05'),
      lastOrder: dayFromIso('2024-06-30'),
      recencyDays: 1,
      ordersPerYear: (3 * 365.25) / 696,
      meanDaysBetweenOrders: 347.5,
      medianDaysBetweenOrders: 347.5,
      averageOrderValue: 400 / 3,
      revenueLast12Months: units(260),
      revenuePrior12Months: units(100),
      growth: 1.6,
      products: 3,
      categories: 2,
      monthlyRevenue,
      activeMonths: 2,
    })
  })

  it('has nothing to say about an account with cancelled lines only', () => {
    const figures = accountMetrics([line('2024-05-01', 5, { kind: 'cancelled' })], context)
    expect(figures).toMatchObject({
      netRevenue: 0n,
      orderLines: 0,
      orders: 0,
      ordersPerYear: 0,
      share: 0,
      activeMonths: 0,
    })
    expect(figures).toMatchObject({ returnRate: null, grossProfit: null, margin: null, units: null, lastOrder: null })
    expect(figures).toMatchObject({ averageOrderValue: null, medianDaysBetweenOrders: null, growth: null })
  })

  it('knows an account by its returns alone', () => {
    const figures = accountMetrics([line('2024-05-01', -5)], context)
    expect(figures).toMatchObject({ netRevenue: units(-5), grossRevenue: 0n, returns: units(5), returnRate: null })
    expect(figures).toMatchObject({ share: 0, returnLines: 1, orders: 0, lastOrder: null })
  })

  it('does not extrapolate a young account to a year', () => {
    expect(accountMetrics([line('2024-06-21', 5), line('2024-06-25', 5)], context).ordersPerYear).toBe(2)
  })

  it('has no growth when the data set starts one day too late', () => {
    const reaches = { ...context, firstDay: dayFromIso('2022-07-01') }
    expect(accountMetrics(history, reaches).growth).toBe(1.6)
    expect(accountMetrics(history, { ...reaches, firstDay: reaches.firstDay + 1 }).growth).toBeNull()
  })

  it('has no growth over a year that brought nothing or less', () => {
    const returnedAll = [...history, line('2022-09-01', -100)]
    expect(accountMetrics(returnedAll, context).growth).toBeNull()
    expect(accountMetrics([line('2022-09-01', 100)], context).growth).toBe(-1)
  })

  it('divides the years at the end of February', () => {
    const leapDay = { ...context, asOf: dayFromIso('2024-02-29') }
    const lines = [line('2023-02-27', 10), line('2023-02-28', 30)]
    expect(accountMetrics(lines, leapDay)).toMatchObject({
      revenueLast12Months: units(30),
      revenuePrior12Months: units(10),
    })
  })

  it('counts an order number that looks like a day apart from the day', () => {
    const day = String(dayFromIso('2024-06-01'))
    expect(accountMetrics([line('2024-06-01', 1), line('2024-06-01', 1, { orderNumber: day })], context).orders).toBe(2)
  })

  it('has no margin on revenue that was returned in full', () => {
    const lines = [line('2024-06-01', 9, { grossProfit: units(3) }), line('2024-06-02', -9, { grossProfit: units(-2) })]
    expect(accountMetrics(lines, context)).toMatchObject({ margin: null, grossProfit: units(1) })
    const onlyReturned = [line('2024-06-02', -9, { grossProfit: units(-2) })]
    expect(accountMetrics(onlyReturned, context)).toMatchObject({ margin: null, grossProfit: units(-2) })
  })

  it('names a day that is none', () => {
    expect(() => accountMetrics([], { ...context, asOf: 1.5 })).toThrow('context.asOf must be an integer, got 1.5')
    expect(() => accountMetrics([], { ...context, firstDay: Number.NaN })).toThrow('context.firstDay')
  })
})
