import { expect, test } from 'vitest'
import { testCounts } from './test-counts.ts'

test('passed and failed tests', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [{ status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }],
  }
  expect(testCounts(report)).toEqual({ passed: 3, failed: 1 })
})

test('a file that could not be loaded is a failure', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(testCounts(report)).toEqual({ passed: 3, failed: 1 })
})

test.each([
  { numPassedTests: 0, numFailedTests: 0, success: true },
  { numPassedTests: 3, numFailedTests: 0, success: false },
])('a run without a test, or one that failed otherwise, is a failure', (report) => {
  expect(testCounts(report).failed).toBe(1)
})

test('what is no report is refused', () => {
  expect(() => testCounts({})).toThrow(new RangeError('the report has no numFailedTests'))
})
