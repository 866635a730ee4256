import { expect, it } from 'vitest'
import { timeOfDay } from './time-of-day.ts'

it.each([
  ['2024-01-02 10:05', 10 * 60 + 5],
  ['2024-01-02T10:05:00+08:00', 10 * 60 + 5],
  ['2024-01-02 3:05 PM', 15 * 60 + 5],
  ['2024-01-02 12:30 am', 30],
  ['2024-01-02 12:30 p.m.', 12 * 60 + 30],
  ['2024/1/2 下午3:05', 15 * 60 + 5],
  ['2024年1月2日 15时30分', 15 * 60 + 30],
  ['2024年1月2日 上午9点', 9 * 60],
  ['45293.5', 12 * 60],
  ['2024-01-02', 0],
  ['45293', 0],
  ['', 0],
])('%s is so many minutes after midnight', (text, minutes) => {
  expect(timeOfDay(text) * 1440).toBeCloseTo(minutes, 6)
})
