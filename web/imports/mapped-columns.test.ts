import { expect, test } from 'vitest'
import { mappedColumns } from './mapped-columns.ts'

test('marks the columns a person should look at, and those in another unit', () => {
  const columns = mappedColumns({
    mapping: { customer: '客户', amount: '金额(万元)' },
    confidence: { customer: 0.62 },
    units: { amount: 10_000 },
  })
  expect(columns).toEqual([
    { field: 'customer', header: '客户', confidence: 0.62, isUnsure: true, factor: 1 },
    { field: 'amount', header: '金额(万元)', confidence: 1, isUnsure: false, factor: 10_000 },
  ])
})
