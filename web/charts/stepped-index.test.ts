import { expect, test } from 'vitest'
import { steppedIndex } from './stepped-index.ts'

const step = (index: number | null, key: string) => steppedIndex(index, { key, count: 3 })

test('arrows walk the points and stop at the ends', () => {
  expect(step(null, 'ArrowRight')).toBe(0)
  expect(step(null, 'ArrowLeft')).toBe(2)
  expect(step(1, 'ArrowRight')).toBe(2)
  expect(step(2, 'ArrowRight')).toBe(2)
  expect(step(0, 'ArrowLeft')).toBe(0)
})

test('Home and End go to the ends, Escape to none, other keys are left alone', () => {
  expect(step(1, 'Home')).toBe(0)
  expect(step(1, 'End')).toBe(2)
  expect(step(1, 'Escape')).toBeNull()
  expect(step(1, 'a')).toBeUndefined()
})
