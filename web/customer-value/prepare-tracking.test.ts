import { expect, test } from 'vitest'
import { prepareTracking } from './prepare-tracking.ts'

const periods = [
  { day: '2025-12-15', actual: 4, expected: 5 },
  { day: '2025-12-29', actual: 6, expected: 5 },
  { day: '2026-01-12', actual: 9, expected: 7 },
  { day: '2026-01-26', actual: 1, expected: 4 },
]

test('adds up, and finds the first period the model had not seen', () => {
  const tracking = prepareTracking({ periods, holdoutFrom: '2026-01-01' })
  expect(tracking.cumulative.map(({ actual, expected }) => [actual, expected])).toEqual([
    [4, 5],
    [10, 10],
    [19, 17],
    [20, 21],
  ])
  expect(tracking.holdoutIndex).toBe(2)
})

test('with everything seen there is no holdout', () => {
  expect(prepareTracking({ periods, holdoutFrom: null })).toMatchObject({ holdoutIndex: null })
  expect(prepareTracking({ periods, holdoutFrom: '2027-01-01' })).toMatchObject({ holdoutIndex: null })
  expect(prepareTracking({ periods: [], holdoutFrom: null }).cumulative).toEqual([])
})
