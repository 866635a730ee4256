import { expect, test } from 'vitest'
import { chosen, oneOf, textOf, wholeOf } from './search-params.ts'

test('an address is read leniently', () => {
  expect(textOf(12)).toBe('12')
  expect(textOf('')).toBeUndefined()
  expect(textOf({})).toBeUndefined()
  expect(wholeOf('3', { from: 1, to: 9 })).toBe(3)
  for (const wrong of ['x', 0, 10, 2.5, null, '1e99']) expect(wholeOf(wrong, { from: 1, to: 9 })).toBeUndefined()
  expect(oneOf('b', ['a', 'b'])).toBe('b')
  expect(oneOf('c', ['a', 'b'])).toBeUndefined()
})

test('what was not chosen is not in the address', () => {
  expect(chosen({ page: 2, search: undefined })).toEqual({ page: 2 })
  expect(Object.keys(chosen({ page: undefined }))).toEqual([])
})
