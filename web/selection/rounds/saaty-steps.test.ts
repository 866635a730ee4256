import { expect, test } from 'vitest'
import { judgementAt, mostSteps, stepOf, strengthOf } from './saaty-steps.ts'

test('every place of the slider is one judgement and back', () => {
  for (let step = -mostSteps; step <= mostSteps; step += 1) expect(stepOf(judgementAt(step))).toBe(step)
  expect(judgementAt(-mostSteps)).toBe(9)
  expect(judgementAt(mostSteps)).toBe(1 / 9)
  expect(Object.is(stepOf(1), 0)).toBe(true)
})

test('both sides are told by how much the stronger one matters more', () => {
  expect([strengthOf(5), strengthOf(1 / 5), strengthOf(1)]).toEqual([5, 5, 1])
})
