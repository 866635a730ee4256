import { expect, test } from 'vitest'
import { accountSearch } from './account-search.ts'
import { listSearch } from './list-search.ts'

test('an address keeps what a list can be asked', () => {
  const search = {
    page: 3,
    pageSize: 50,
    search: '1001',
    sort: { field: 'growth', direction: 'ascending' },
    filter: { field: 'tier', operator: 'in', values: ['key'] },
  }
  expect(listSearch(search)).toEqual(search)
  expect(listSearch({ search: 1001 })).toEqual({ search: '1001' })
})

test('what it cannot be asked is left out', () => {
  expect(listSearch({ page: 0, pageSize: 5000, sort: { field: 'x', direction: 'up' }, filter: 'x', other: 1 })).toEqual(
    {},
  )
  expect(listSearch({ sort: { field: 'tags', direction: 'ascending' } })).toEqual({})
  expect(listSearch({ sort: { field: 'toString', direction: 'ascending' } })).toEqual({})
  expect(accountSearch({ tab: 'nowhere', cut: 'product', value: 7 })).toEqual({ cut: 'product', value: '7' })
})
