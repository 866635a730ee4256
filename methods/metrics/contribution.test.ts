import { dayFromIso } from '../calendar/day-from-iso.ts'
import { expect, it } from 'vitest'
import { contribution } from './contribution.ts'
import type { SalesLine } from './sales-line.ts'

const blank = { orderNumber: '', kind: 'sale', netRevenue: 0n, quantity: null, product: '', category: '' } as const
const line = (day: string, grossProfit: bigint | null): SalesLine => ({ ...blank, day: dayFromIso(day), grossProfit })
const posting = (day: string | null, cost: bigint, receivables = 0n) => ({
  day: day === null ? null : dayFromIso(day),
  cost,
  receivables,
})
const lines = [line('2025-01-10', 100n), line('2025-02-10', 100n), line('2025-03-31', 100n)]

it('is the example of the guide: only January and March are known', () => {
  const postings = [posting('2025-01-01', 30n), posting('2025-03-15', 20n, 1200n)]
  const known = { months: new Set(['2025-01', '2025-03']), capitalRate: 0.1 }
  expect(contribution({ lines, postings }, known)).toBe(140n)
  expect(contribution({ lines: [], postings }, known)).toBe(-60n)
  expect(contribution({ lines, postings: [] }, known)).toBeNull()
  expect(contribution({ lines: [line('2025-01-10', null)], postings }, known)).toBeNull()
  expect(contribution({ lines: [{ ...line('2025-01-10', 9n), kind: 'cancelled' }], postings }, known)).toBe(-60n)
})

it('takes all of the past where no posting says when', () => {
  const free = { months: new Set<string>(), capitalRate: 0 }
  expect(contribution({ lines, postings: [posting(null, 50n)] }, free)).toBe(250n)
  const dated = { months: new Set(['2025-01']), capitalRate: 0 }
  expect(contribution({ lines, postings: [posting(null, 50n), posting('2025-01-31', 1n)] }, dated)).toBe(99n)
  expect(() => contribution({ lines, postings: [] }, { ...free, capitalRate: -0.1 })).toThrow(RangeError)
})
