import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageWindow } from './page-window.ts'

const sizes = fc.record({ rows: fc.nat(100_000), perPage: fc.integer({ min: 1, max: 500 }) })

test('the pages together show every row once', () => {
  fc.assert(
    fc.property(fc.nat(3_000), fc.integer({ min: 1, max: 50 }), (rows, perPage) => {
      const { pages } = pageWindow(1, { rows, perPage })
      const shown = Array.from({ length: pages }, (_, index) => pageWindow(index + 1, { rows, perPage }))
      expect(shown.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(rows)
      expect(shown.every(({ from }, index) => from === (shown[index - 1]?.to ?? 0))).toBe(true)
    }),
  )
})

test('a page out of range becomes the nearest one', () => {
  fc.assert(
    fc.property(fc.integer(), sizes, (page, size) => {
      const window = pageWindow(page, size)
      expect(window.page).toBeGreaterThanOrEqual(1)
      expect(window.page).toBeLessThanOrEqual(window.pages)
      expect(window.numbers).toContain(window.page)
    }),
  )
})

test('page numbers ascend, name both ends, and a gap hides at least two pages', () => {
  expect(pageWindow(10, { rows: 400, perPage: 20 }).numbers).toEqual([1, null, 9, 10, 11, null, 20])
  expect(pageWindow(3, { rows: 100, perPage: 20 }).numbers).toEqual([1, 2, 3, 4, 5])
  expect(pageWindow(1, { rows: 0, perPage: 20 }).numbers).toEqual([1])
})
