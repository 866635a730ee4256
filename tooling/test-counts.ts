export interface TestCounts {
  readonly passed: number
  readonly failed: number
}

/**
 * The counts of a report by vitest's JSON reporter. A file that could not even be loaded has no tests to count and
 * counts as one failure, and so does a run that failed before its first test or found none.
 */
export function testCounts(report: unknown): TestCounts {
  const unloaded = list(member(report, 'testResults')).filter(
    (file) => member(file, 'status') === 'failed' && list(member(file, 'assertionResults')).every(hasNotFailed),
  )
  const failed = count(report, 'numFailedTests') + unloaded.length
  const passed = count(report, 'numPassedTests')
  const failedOtherwise = failed === 0 && (passed === 0 || member(report, 'success') === false)
  return { passed, failed: failedOtherwise ? 1 : failed }
}

function hasNotFailed(test: unknown): boolean {
  return member(test, 'status') !== 'failed'
}

function count(report: unknown, name: string): number {
  const value = member(report, name)
  if (typeof value !== 'number') throw new RangeError(`the report has no ${name}`)
  return value
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function member(value: unknown, name: string): unknown {
  return Object.entries(value ?? {}).find(([key]) => key === name)?.[1]
}
