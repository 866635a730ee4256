import { civilFromDay } from '@vitalfew/methods/calendar/civil-from-day.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, isoDay } from './calendar.ts'
import { parseDay, serialZero1900, type DateStyle } from './parse-date.ts'

const day = fc.integer({ min: 0, max: 47_481 })
const style: DateStyle = { order: 'ymd', serialZero: serialZero1900 }

describe('days', () => {
  it('come back from their civil date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (value) => {
        const { year, month, dayOfMonth } = civilFromDay(value)
        expect(dayNumber({ year, month, day: dayOfMonth })).toBe(value)
      }),
    )
  })

  it('agree with the calendar of the runtime', () => {
    fc.assert(
      fc.property(day, (value) => {
        expect(isoDay(value)).toBe(new Date(value * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })

  it('come back from every way to write them', () => {
    fc.assert(
      fc.property(day, (value) => {
        const { year, month, dayOfMonth } = civilFromDay(value)
        const two = (part: number) => String(part).padStart(2, '0')
        for (const text of [
          `${year}/${month}/${dayOfMonth}`,
          `${year}年${month}月${dayOfMonth}日`,
          `${year}${two(month)}${two(dayOfMonth)}`,
          `${year}.${two(month)}.${two(dayOfMonth)} 23:59`,
          isoDay(value),
        ]) {
          expect(parseDay(text, style)).toBe(value)
        }
        expect(parseDay(`${month}/${dayOfMonth}/${year}`, { ...style, order: 'mdy' })).toBe(value)
        expect(parseDay(`${dayOfMonth}-${month}-${year}`, { ...style, order: 'dmy' })).toBe(value)
      }),
    )
  })

  it('of a date that does not exist are not a number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2099 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, dayOfMonth) => {
          const two = (part: number) => String(part).padStart(2, '0')
          const value = parseDay(`${year}-${two(month)}-${two(dayOfMonth)}`, style)
          const instant = new Date(Date.UTC(year, month - 1, dayOfMonth))
          const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === dayOfMonth
          expect(value).toBe(exists ? instant.getTime() / 86_400_000 : Number.NaN)
        },
      ),
    )
  })

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(typeof parseDay(text, style)).toBe('number')
      }),
    )
  })
})
