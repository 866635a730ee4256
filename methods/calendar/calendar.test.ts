import { describe, expect, it } from 'vitest'
import { addMonths } from './add-months.ts'
import { civilFromDay } from './civil-from-day.ts'
import { dayFromIso } from './day-from-iso.ts'
import { firstDayOfMonth } from './first-day-of-month.ts'
import { isoFromDay } from './iso-from-day.ts'

describe('dayFromIso', () => {
  it.each([
    ['2000-03-01', 11_017],
    ['1900-02-28', -25_509],
    ['0000-03-01', -719_468],
  ])('%s is day %d', (iso, day) => {
    expect(dayFromIso(iso)).toBe(day)
  })

  it.each([
    '',
    '2024-2-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '1900-02-29',
    '2024-01-00',
    '2024-01-01T00:00',
    '２０２４-01-01',
  ])('refuses %j', (iso) => {
    expect(() => dayFromIso(iso)).toThrow(RangeError)
    expect(() => dayFromIso(iso)).toThrow(JSON.stringify(iso))
  })
})

describe('addMonths', () => {
  it.each([
    ['2024-02-29', -24, '2022-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-01-31', -1, '2023-12-31'],
    ['2100-03-31', -1, '2100-02-28'],
  ])('%s %d months is %s', (from, months, to) => {
    expect(isoFromDay(addMonths(dayFromIso(from), months))).toBe(to)
  })
})

describe('arguments', () => {
  it('names what is not a whole day or month', () => {
    expect(() => civilFromDay(0.5)).toThrow('day must be an integer, got 0.5')
    expect(() => addMonths(0, Number.NaN)).toThrow('months must be an integer, got NaN')
    expect(() => firstDayOfMonth(Infinity)).toThrow('month must be an integer, got Infinity')
    expect(() => isoFromDay(dayFromIso('9999-12-31') + 1)).toThrow('day must lie in the years 0000 to 9999')
  })
})
