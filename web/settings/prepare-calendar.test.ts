import { expect, test } from 'vitest'
import { calendarYears, prepareCalendar } from './prepare-calendar.ts'

const days = (name: string, from: string, to: string, isWorked = false) => ({ name, from, to, isWorked })

test('a year without days of its own has the known festivals', () => {
  expect(
    prepareCalendar([], 2024).map(({ festivals, from, to, days: count }) => [...festivals, from, to, count]),
  ).toEqual([
    ['springFestival', '2024-02-09', '2024-02-16', 8],
    ['qingming', '2024-04-04', '2024-04-06', 3],
    ['dragonBoat', '2024-06-10', '2024-06-12', 3],
    ['midAutumn', '2024-09-17', '2024-09-19', 3],
    ['nationalDay', '2024-10-01', '2024-10-07', 7],
  ])
  expect(prepareCalendar([], 1999)).toEqual([])
})

test('days off that hold a festival stand in its place; working days replace nothing', () => {
  const own = [
    days('春节放假', '2024-02-05', '2024-02-20'),
    days('调休', '2024-02-04', '2024-02-04', true),
    days('盘点', '2023-12-30', '2024-01-02'),
    days('国庆上班', '2024-10-01', '2024-10-01', true),
  ]
  const rows = prepareCalendar(own, 2024)
  expect(rows.map(({ kind, name, festivals, place }) => [kind, name, festivals.join(), place])).toEqual([
    ['off', '盘点', '', 2],
    ['worked', '调休', '', 1],
    ['off', '春节放假', 'springFestival', 0],
    ['festival', '', 'qingming', null],
    ['festival', '', 'dragonBoat', null],
    ['festival', '', 'midAutumn', null],
    ['festival', '', 'nationalDay', null],
    ['worked', '国庆上班', '', 3],
  ])
  expect(prepareCalendar(own, 2023).at(-1)?.name).toBe('盘点')
  expect(calendarYears(own, 2030)).toEqual([2031, 2030, 2029, 2028, 2027, 2026, 2025, 2024, 2023])
})
