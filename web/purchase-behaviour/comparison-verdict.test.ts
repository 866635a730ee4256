import { expect, test } from 'vitest'
import { comparisonVerdict } from './comparison-verdict.ts'

test('the verdict follows the errors on the past', () => {
  const of = (series: number, error: number, seasonalNaiveError: number) =>
    comparisonVerdict({ series, better: 0, error, etsError: 0, seasonalNaiveError, losing: [] }).verdict
  expect([of(3, 80, 100), of(3, 120, 100), of(3, 101, 100), of(0, 0, 0), of(1, 0, 0)]).toEqual([
    'better',
    'worse',
    'same',
    'untested',
    'untested',
  ])
})
