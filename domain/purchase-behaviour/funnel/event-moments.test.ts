import { expect, it } from 'vitest'
import { eventMoments } from './event-moments.ts'

/** 1970-01-05 was a Monday. */
const monday = 4
const hour = (time: number): number => monday + time / 24

it('counts hours by those that tell a time, weekdays by all', () => {
  const found = eventMoments([hour(9), hour(9.5), hour(23.999), monday + 1, Number.NaN])
  expect(found?.hours?.[9]).toEqual({ slot: 9, events: 2, index: 16 })
  expect(found?.hours?.[23]?.events).toBe(1)
  expect(found?.hours?.[0]?.events).toBe(0)
  expect(found?.weekdays.map(({ events }) => events)).toEqual([3, 1, 0, 0, 0, 0, 0])
  expect(found?.months[0]).toEqual({ slot: 0, events: 4, index: 1 })
})

it('does not speak of hours where few tell one, nor of anything where nothing has a time', () => {
  expect(eventMoments([monday, monday + 1, hour(9)])?.hours).toBeNull()
  expect(eventMoments([Number.NaN])).toBeNull()
  expect(eventMoments([])).toBeNull()
  expect(eventMoments([0, 40_000])).toBeNull()
})
