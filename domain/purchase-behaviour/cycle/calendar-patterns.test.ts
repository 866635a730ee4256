import { holidayName } from '@vitalfew/contract/holiday-name.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { expect, it } from 'vitest'
import { calendarPatterns } from './calendar-patterns.ts'

const first = dayFromIso('2024-01-01')
const sales = Array.from({ length: 364 }, (_, i) => ({ day: first + i, orders: 1, revenue: 10 }))

it('days of the calendar are told by their own names, last day included, and do not count for their weekdays', () => {
  const own = [{ name: '年会', from: '2024-08-05', to: '2024-08-06', isWorked: false }]
  const patterns = calendarPatterns(sales, own)
  const named = patterns?.festivals.filter(({ festival }) => festival === 'own') ?? []
  expect(named.map((pattern) => [holidayName(pattern, translator('en')), pattern.window])).toEqual([
    ['年会', 'before'],
    ['年会', 'holiday'],
  ])
  expect(named[1]?.years).toEqual([{ year: 2024, seen: 20, expected: 20 }])
  expect(patterns?.weekdays.map(({ days }) => days)).toEqual([51, 51, 52, 52, 52, 52, 52])
  expect(patterns?.months[7]?.days).toBe(31)
})

it('without a calendar there are the festivals, in the language of the reader', () => {
  const patterns = calendarPatterns(sales, [])
  expect(patterns?.weekdays.map(({ days }) => days)).toEqual(Array(7).fill(52))
  expect(patterns?.festivals.every((pattern) => !('name' in pattern))).toBe(true)
  const [spring] = patterns?.festivals ?? []
  expect(spring === undefined ? '' : holidayName(spring, translator('zh-CN'))).toBe('春节')
  expect(calendarPatterns([], [])).toBeNull()
})
