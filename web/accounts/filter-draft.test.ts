import type { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import { expect, test } from 'vitest'
import { draftOf, emptyCondition, filterOf } from './filter-draft.ts'

const parts: AccountFilter[] = [
  { field: 'growth', operator: 'lt', value: -0.07 },
  { field: 'lastOrder', operator: 'between', from: '2025-01-01', to: null },
  {
    any: [
      { field: 'accountName', operator: 'contains', value: '医院' },
      { field: 'orders', operator: 'gte', value: 10 },
    ],
  },
  { field: 'channel', operator: 'notIn', values: ['网店'] },
  { field: 'clv', operator: 'isNull' },
]

test('what was built is edited and comes back the same', () => {
  expect(filterOf(draftOf(parts))).toEqual(parts)
  const either: AccountFilter[] = [{ any: [parts[0] ?? { all: [] }, parts[1] ?? { all: [] }] }]
  expect(draftOf(either).join).toBe('any')
  expect(filterOf(draftOf(either))).toEqual(either)
})

test('percentages are typed as people say them', () => {
  const condition = { ...emptyCondition('margin'), operator: 'gte' as const, text: '12.5' }
  expect(filterOf({ kind: 'group', id: 0, join: 'all', parts: [condition] })).toEqual([
    { field: 'margin', operator: 'gte', value: 0.125 },
  ])
  expect(draftOf([{ field: 'growth', operator: 'lt', value: -0.07 }]).parts[0]).toMatchObject({ text: '-7' })
})

test('a condition without its value is not finished', () => {
  const built = (part: object) =>
    filterOf({ kind: 'group', id: 0, join: 'all', parts: [{ ...emptyCondition(), ...part }] })
  expect(built({})).toBeUndefined()
  expect(built({ from: 'many' })).toBeUndefined()
  expect(built({ from: '1,000' })).toEqual([{ field: 'netRevenue', operator: 'between', from: 1000, to: null }])
  expect(built({ field: 'tier', operator: 'in', values: [] })).toBeUndefined()
  expect(built({ field: 'lastOrder', operator: 'gte', text: 'soon' })).toBeUndefined()
  expect(built({ operator: 'isNull' })).toEqual([{ field: 'netRevenue', operator: 'isNull' }])
})
