import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromIso } from '../calendar/day-from-iso.ts'
import { firstDayOfMonth } from '../calendar/first-day-of-month.ts'
import { activeMonths } from './active-months.ts'
import { median } from './median.ts'
import { monthlySeries } from './monthly-series.ts'
import { orderGaps } from './order-gaps.ts'

describe('median', () => {
  it('leaves as many values below as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2)
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })

  it('leaves its input alone and refuses what is no number', () => {
    const values = [3, 1, 2]
    expect(median(values)).toBe(2)
    expect(values).toEqual([3, 1, 2])
    expect(() => median([1, Number.NaN])).toThrow('values[1] must be a number, got NaN')
  })
})

describe('orderGaps', () => {
  it('add up to the time from the first purchase to the last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1 }), (unsorted) => {
        const days = unsorted.sort((a, b) => a - b)
        const span = (days.at(-1) ?? 0) - (days[0] ?? 0)
        expect(orderGaps(days).reduce((sum, gap) => sum + gap, 0)).toBe(span)
      }),
    )
  })

  it('refuses days that stand still', () => {
    expect(() => orderGaps([5, 5])).toThrow('purchaseDays[1] must be later than the day before it, got 5')
  })
})

describe('windows of months', () => {
  it('leave out the future', () => {
    expect(activeMonths([0, 31, 59], 59)).toBe(2)
  })

  it('hold twelve calendar months, the newest that of the day before', () => {
    const everyMonth = Array.from({ length: 36 }, (_, i) => firstDayOfMonth(2022 * 12 + i))
    expect(activeMonths(everyMonth, dayFromIso('2024-03-15'))).toBe(12)
    const aprilOfLastYear = [dayFromIso('2023-04-30')]
    expect(activeMonths(aprilOfLastYear, dayFromIso('2024-04-01'))).toBe(1)
    expect(activeMonths(aprilOfLastYear, dayFromIso('2024-04-02'))).toBe(0)
  })

  it('must have a month at least', () => {
    expect(() => monthlySeries([], { asOf: 0, months: 0 })).toThrow('months must be a positive integer, got 0')
  })
})
