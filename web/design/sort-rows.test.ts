import { describe, expect, test } from 'vitest'
import { nextOrder, sortRows } from './sort-rows.ts'

const sorted = (values: (string | number | null)[], descending = false) =>
  sortRows(values, { value: (value) => value, descending, locale: 'zh-CN' })

describe('sortRows', () => {
  test('puts unknown values last in both directions', () => {
    expect(sorted([2, null, 1])).toEqual([1, 2, null])
    expect(sorted([2, null, 1], true)).toEqual([2, 1, null])
  })

  test('sorts Chinese names by pinyin and numbers in names by size', () => {
    expect(sorted(['赵', '陈', '李'])).toEqual(['陈', '李', '赵'])
    expect(sorted(['A10', 'A9'])).toEqual(['A9', 'A10'])
  })

  test('keeps the order of equal rows', () => {
    const rows = [
      { name: 'first', rank: 1 },
      { name: 'second', rank: 1 },
    ]
    const options = { value: (row: { rank: number }) => row.rank, descending: true, locale: 'en' }
    expect(sortRows(rows, options).map(({ name }) => name)).toEqual(['first', 'second'])
  })
})

test('a new column starts with the largest number or the first word, the same column turns round', () => {
  const order = { column: 'name', descending: false }
  expect(nextOrder(order, { column: 'revenue', isNumber: true })).toEqual({ column: 'revenue', descending: true })
  expect(nextOrder(order, { column: 'name', isNumber: false })).toEqual({ column: 'name', descending: true })
})
