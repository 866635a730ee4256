import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountFromMicros } from '../arithmetic/amount-from-micros.ts'
import { dayFromIso } from '../calendar/day-from-iso.ts'
import { accountMetrics } from './account-metrics.ts'
import { demandMonths } from './demand-months.ts'
import type { AccountLine } from './portfolio-metrics.ts'
import { portfolioMetrics } from './portfolio-metrics.ts'

const micros = fc.bigInt({ min: 0n, max: 5_000_000n })
const line: fc.Arbitrary<AccountLine> = fc
  .record({
    account: fc.constantFrom('a', 'b', 'c'),
    day: fc.integer({ min: dayFromIso('2021-11-01'), max: dayFromIso('2024-03-01') }),
    orderNumber: fc.constantFrom('', '', '1', '2', '3'),
    kind: fc.constantFrom('sale' as const, 'sale' as const, 'return' as const, 'cancelled' as const),
    netRevenue: micros,
    grossProfit: fc.option(micros),
    quantity: fc.option(micros),
    product: fc.constantFrom('', 'p', 'q'),
    category: fc.constantFrom('', 'c'),
  })
  .map((sold) => ({ ...sold, netRevenue: sold.kind === 'return' ? -sold.netRevenue : sold.netRevenue }))
const lines = fc.array(line, { minLength: 1, maxLength: 60 })
const asOf = fc.integer({ min: dayFromIso('2023-06-01'), max: dayFromIso('2024-03-02') })

describe('accountMetrics', () => {
  it('does not depend on the order of the lines', () => {
    const shuffled = lines.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, asOf, ([all, mixed], day) => {
        const context = { asOf: day, firstDay: 0, totalNetRevenue: 10_000_000n }
        expect(accountMetrics(mixed, context)).toEqual(accountMetrics(all, context))
      }),
    )
  })

  it('knows nothing of cancelled lines and of the future', () => {
    fc.assert(
      fc.property(lines, asOf, (all, day) => {
        const context = { asOf: day, firstDay: 0, totalNetRevenue: 10_000_000n }
        const counted = all.filter((each) => each.kind !== 'cancelled' && each.day < day)
        expect(accountMetrics(all, context)).toEqual(accountMetrics(counted, context))
      }),
    )
  })

  it('keeps its figures consistent', () => {
    fc.assert(
      fc.property(lines, asOf, (all, day) => {
        const figures = accountMetrics(all, { asOf: day, firstDay: 0, totalNetRevenue: 10_000_000n })
        expect(figures.netRevenue).toBe(figures.grossRevenue - figures.returns)
        expect(figures.returns).toBeGreaterThanOrEqual(0n)
        expect(figures.orders).toBeLessThanOrEqual(figures.orderLines - figures.returnLines)
        expect(figures.purchaseRevenues.reduce((sum, revenue) => sum + revenue, 0n)).toBe(figures.grossRevenue)
        expect(figures.ordersPerYear).toBeLessThanOrEqual(figures.orders)
        expect(figures.recencyDays ?? 1).toBeGreaterThan(0)
        expect(figures.activeMonths).toBeLessThanOrEqual(Math.min(12, figures.purchaseDays.length))
        const known = all.filter((each) => each.day < day && each.kind !== 'cancelled')
        const inWindow = known.filter((each) => monthOf(each.day) > monthOf(day - 1) - 24)
        expect(figures.monthlyRevenue.reduce((sum, revenue) => sum + revenue, 0n)).toBe(
          inWindow.reduce((sum, each) => sum + each.netRevenue, 0n),
        )
      }),
    )
  })
})

describe('portfolioMetrics', () => {
  it('spreads a whole of 1 over the accounts that brought in anything', () => {
    fc.assert(
      fc.property(lines, (all) => {
        fc.pre(all.some(isCounted))
        const { accounts, totalNetRevenue, asOf: day } = portfolioMetrics(all)
        expect(day).toBe(Math.max(...all.filter(isCounted).map((each) => each.day)) + 1)
        const shares = [...accounts.values()].reduce((sum, figures) => sum + figures.share, 0)
        expect(shares).toBeCloseTo(totalNetRevenue > 0n ? 1 : 0, 12)
      }),
    )
  })

  it('as of a day is the analysis of what was there on that day', () => {
    fc.assert(
      fc.property(lines, asOf, (all, day) => {
        const then = all.filter((each) => each.day < day)
        expect(portfolioMetrics(all, { asOf: day })).toEqual(portfolioMetrics(then, { asOf: day }))
      }),
    )
  })

  it('takes nothing but the names of prospects from cancelled lines', () => {
    fc.assert(
      fc.property(lines, asOf, (all, day) => {
        const { accounts, ...portfolio } = portfolioMetrics(all, { asOf: day })
        const counted = portfolioMetrics(all.filter(isCounted), { asOf: day })
        expect({ accounts: counted.accounts, ...portfolio }).toEqual(counted)
        for (const [account, figures] of accounts) {
          const nothing = counted.accounts.get(account) ?? { netRevenue: 0n, orderLines: 0, lastOrder: null }
          expect(figures).toMatchObject(nothing)
        }
      }),
    )
  })

  it('needs a line that counts, or a day', () => {
    expect(() => portfolioMetrics([])).toThrow('lines must hold a sale or return where asOf is absent, got 0 without')
    expect(portfolioMetrics([], { asOf: 9 }).firstDay).toBeNull()
  })
})

describe('demandMonths', () => {
  it('are the complete months from the first purchase on, twelve at most', () => {
    fc.assert(
      fc.property(lines, asOf, (all, day) => {
        const context = { asOf: day, firstDay: dayFromIso('2021-11-01'), totalNetRevenue: 1n }
        const figures = accountMetrics(all, context)
        const demand = demandMonths(figures.monthlyRevenue, { ...context, firstOrder: figures.firstOrder })
        const complete = figures.firstOrder === null ? 0 : monthOf(day) - monthOf(figures.firstOrder)
        expect(demand).toHaveLength(Math.min(12, complete))
        const newest = figures.monthlyRevenue.at(monthOf(day) === monthOf(day - 1) ? -2 : -1) ?? 0n
        expect(demand.at(-1)).toBe(demand.length === 0 ? undefined : Math.max(0, amountFromMicros(newest)))
      }),
    )
  })

  it('do not reach before the first month of the data', () => {
    const series = Array.from({ length: 24 }, (_, i) => BigInt(i) * 1_000_000n)
    const window = {
      asOf: dayFromIso('2024-03-15'),
      firstDay: dayFromIso('2023-12-20'),
      firstOrder: dayFromIso('2023-12-20'),
    }
    expect(demandMonths(series, window)).toEqual([20, 21, 22])
    expect(demandMonths(series, { ...window, asOf: dayFromIso('2024-03-01') })).toEqual([21, 22, 23])
    expect(demandMonths(series, { ...window, firstOrder: dayFromIso('2023-10-01') })).toEqual([20, 21, 22])
    expect(demandMonths(series, { ...window, firstOrder: null })).toEqual([])
    expect(() => demandMonths(series.slice(12), window)).toThrow('monthlyRevenue.length must be at least 13, got 12')
  })
})

function isCounted(each: AccountLine): boolean {
  return each.kind !== 'cancelled'
}

/** Months since 1970 by the platform's own calendar. */
function monthOf(day: number): number {
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
