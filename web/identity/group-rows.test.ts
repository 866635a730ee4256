import { expect, test } from 'vitest'
import { groupRows } from './group-rows.ts'

const node = (name: string, depth: number) => ({
  node: name,
  account: name,
  name,
  parent: '',
  depth,
  children: 0,
  origin: null,
  ownRevenue: 0,
  totalRevenue: 0,
})

test('a list of places in order becomes trees of any depth', () => {
  const rows = groupRows([node('a', 0), node('b', 1), node('c', 2), node('d', 1), node('e', 0)])
  expect(rows.map(({ name }) => name)).toEqual(['a', 'e'])
  expect(rows[0]?.below?.map(({ name }) => name)).toEqual(['b', 'd'])
  expect(rows[0]?.below?.[0]?.below?.map(({ name }) => name)).toEqual(['c'])
  expect(rows[1]?.below).toBeUndefined()
  expect(groupRows([])).toEqual([])
})
