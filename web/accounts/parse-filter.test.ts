import { expect, test } from 'vitest'
import { parseFilter } from './parse-filter.ts'

test('a filter out of an address is what went into it', () => {
  const filter = {
    all: [
      { field: 'tier', operator: 'in', values: ['key'] },
      {
        any: [
          { field: 'netRevenue', operator: 'between', from: 1000, to: null },
          { field: 'accountName', operator: 'contains', value: '医院' },
          { field: 'lastOrder', operator: 'gte', value: '2025-01-01' },
          { field: 'growth', operator: 'isNull' },
        ],
      },
    ],
  }
  expect(parseFilter(JSON.parse(JSON.stringify(filter)))).toEqual(filter)
  expect(parseFilter({ all: [] })).toEqual({ all: [] })
})

test('what is no filter is none', () => {
  const broken = [
    null,
    7,
    'tier',
    [],
    {},
    { any: [] },
    { all: [{}] },
    { field: 'password', operator: 'isNull' },
    { field: 'constructor', operator: 'isNull' },
    { field: 'tier', operator: 'drop' },
    { field: 'tier', operator: 'in', values: [] },
    { field: 'tier', operator: 'in', values: [{}] },
    { field: 'accountName', operator: 'contains', value: '' },
    { field: 'netRevenue', operator: 'between', from: {}, to: 1 },
  ]
  for (const value of broken) expect(parseFilter(value)).toBeUndefined()
})

test('a filter deeper than a person can read is none', () => {
  const nested = (depth: number): object =>
    depth === 0 ? { field: 'tier', operator: 'isNull' } : { all: [nested(depth - 1)] }
  expect(parseFilter(nested(5))).toBeDefined()
  expect(parseFilter(nested(6))).toBeUndefined()
})
