import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from './add-months.ts'
import { civilFromDay } from './civil-from-day.ts'
import { dayFromIso } from './day-from-iso.ts'
import { firstDayOfMonth } from './first-day-of-month.ts'
import { isoFromDay } from './iso-from-day.ts'
import { monthIndex } from './month-index.ts'

const millisecondsPerDay = 86_400_000
const day = fc.integer({
  min: Date.UTC(1900, 0, 1) / millisecondsPerDay,
  max: Date.UTC(2200, 11, 31) / millisecondsPerDay,
})

describe('the calendar agrees with Date', () => {
  it('on every day from 1900 to 2200', () => {
    const last = Date.UTC(2200, 11, 31) / millisecondsPerDay
    let wrong = 0
    for (let each = Date.UTC(1900, 0, 1) / millisecondsPerDay; each <= last; each++) {
      const date = new Date(each * millisecondsPerDay)
      const { year, month, dayOfMonth } = civilFromDay(each)
      const same =
        year === date.getUTCFullYear() &&
        month === date.getUTCMonth() + 1 &&
        dayOfMonth === date.getUTCDate() &&
        firstDayOfMonth(monthIndex(each)) + dayOfMonth - 1 === each
      if (!same) wrong++
    }
    expect(wrong).toBe(0)
  })

  it('as text, over all years ISO dates can be written for', () => {
    const anyDay = fc.integer({ min: dayFromIso('0000-01-01'), max: dayFromIso('9999-12-31') })
    fc.assert(
      fc.property(anyDay, (each) => {
        expect(isoFromDay(each)).toBe(new Date(each * millisecondsPerDay).toISOString().slice(0, 10))
        expect(dayFromIso(isoFromDay(each))).toBe(each)
      }),
    )
  })
})

describe('addMonths', () => {
  it('moves the month index by exactly the months asked for', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        expect(monthIndex(addMonths(from, months))).toBe(monthIndex(from) + months)
      }),
    )
  })

  it('keeps the day of the month or clamps it to the last one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const target = civilFromDay(addMonths(from, months))
        const lastOfMonth = new Date(Date.UTC(target.year, target.month, 0)).getUTCDate()
        expect(target.dayOfMonth).toBe(Math.min(civilFromDay(from).dayOfMonth, lastOfMonth))
      }),
    )
  })

  it('never lets a later day overtake an earlier one', () => {
    fc.assert(
      fc.property(day, fc.nat(400), fc.integer({ min: -60, max: 60 }), (from, later, months) => {
        expect(addMonths(from + later, months)).toBeGreaterThanOrEqual(addMonths(from, months))
      }),
    )
  })
})
