import { expect, test } from 'vitest'
import { dayIn } from './day-in.ts'

test('a day begins at midnight where the company is', () => {
  const evening = new Date('2026-02-27T16:00:00Z')
  expect(dayIn('Asia/Shanghai', evening)).toBe('2026-02-28')
  expect(dayIn('Asia/Shanghai', new Date('2026-02-27T15:59:59Z'))).toBe('2026-02-27')
  expect(dayIn('UTC', evening)).toBe('2026-02-27')
  expect(dayIn('America/New_York', new Date('2026-01-01T04:59:59Z'))).toBe('2025-12-31')
})
