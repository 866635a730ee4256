import { expect, test } from 'vitest'
import { prepareSparkline } from './prepare-sparkline.ts'

const box = { width: 104, height: 24 }

test('zero is the floor of positive amounts', () => {
  expect(prepareSparkline([0, 50, 100], box)).toEqual({
    line: 'M2,22L52,12L102,2',
    area: 'M2,22L2,22L52,12L102,2L102,22Z',
    end: { x: 102, y: 2 },
    zero: null,
  })
})

test('a zero line appears where something is negative', () => {
  expect(prepareSparkline([10, -10], box)?.zero).toBe(12)
})

test('nothing to tell means nothing to draw', () => {
  expect(prepareSparkline([0, 0, 0], box)).toBeNull()
  expect(prepareSparkline([5], box)).toBeNull()
})
