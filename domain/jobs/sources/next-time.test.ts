import { expect, test } from 'vitest'
import { nextTime } from './next-time.ts'

const at = (after: string, timeZone: string) => ({ after: new Date(after), timeZone })
const daily = (hour: number, minute = 0) => ({ every: 'day', hour, minute }) as const

test.each([
  ['2026-03-01T00:00:00Z', 'Asia/Shanghai', 9, '2026-03-01T01:00:00.000Z'],
  ['2026-03-01T01:00:00Z', 'Asia/Shanghai', 9, '2026-03-02T01:00:00.000Z'],
  ['2026-03-01T17:30:00Z', 'Asia/Shanghai', 1, '2026-03-02T17:00:00.000Z'],
  ['2026-12-31T23:59:59Z', 'UTC', 0, '2027-01-01T00:00:00.000Z'],
  // New York puts its clock forward on 8 March 2026 and back on 1 November: 2 o'clock is left out, 1 o'clock comes twice.
  ['2026-03-08T05:00:00Z', 'America/New_York', 2, '2026-03-08T07:00:00.000Z'],
  ['2026-03-08T05:00:00Z', 'America/New_York', 4, '2026-03-08T08:00:00.000Z'],
  ['2026-11-01T04:00:00Z', 'America/New_York', 1, '2026-11-01T05:00:00.000Z'],
  ['2026-11-01T05:00:00Z', 'America/New_York', 1, '2026-11-02T06:00:00.000Z'],
  ['2026-03-01T00:00:00Z', 'Pacific/Kiritimati', 3, '2026-03-01T13:00:00.000Z'],
])('after %s in %s at %i it is %s', (after, timeZone, hour, due) => {
  expect(nextTime(daily(hour), at(after, timeZone))?.toISOString()).toBe(due)
})

test('a week goes from one weekday to the same of the next', () => {
  const monday = { every: 'week', weekday: 1, hour: 8, minute: 15 } as const
  const first = nextTime(monday, at('2026-03-01T00:00:00Z', 'Asia/Shanghai'))
  expect(first?.toISOString()).toBe('2026-03-02T00:15:00.000Z')
  const second = nextTime(monday, { after: first ?? new Date(0), timeZone: 'Asia/Shanghai' })
  expect(second?.toISOString()).toBe('2026-03-09T00:15:00.000Z')
})

test('what waits for files is due at no hour', () => {
  expect(nextTime({ every: 'arrival' }, at('2026-03-01T00:00:00Z', 'UTC'))).toBeNull()
  expect(nextTime(null, at('2026-03-01T00:00:00Z', 'UTC'))).toBeNull()
})
