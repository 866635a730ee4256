import { expect, test } from 'vitest'
import { placeInterval } from './place-interval.ts'

test('an interval in per cent of its scale', () => {
  expect(placeInterval({ value: 20, lower: 10, upper: 30 }, { from: 0, to: 40 })).toEqual({
    value: 50,
    lower: 25,
    upper: 75,
  })
  expect(placeInterval({ value: 0, lower: -5, upper: 5 }, { from: -5, to: 5 }).value).toBe(50)
})

test('nothing leaves the scale, and a scale without length has one place', () => {
  expect(placeInterval({ value: 9, lower: -1, upper: 99 }, { from: 0, to: 10 })).toEqual({
    value: 90,
    lower: 0,
    upper: 100,
  })
  expect(placeInterval({ value: 3, lower: 1, upper: 4 }, { from: 0, to: 0 })).toEqual({ value: 0, lower: 0, upper: 0 })
})
