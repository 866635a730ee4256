import { describe, expect, test } from 'vitest'
import { prepareRfmGrid } from './prepare-rfm-grid.ts'

const grid = [
  { recency: 5, frequencyMonetary: 5, accounts: 4, netRevenue: 900 },
  { recency: 1, frequencyMonetary: 1, accounts: 16, netRevenue: 100 },
]

describe('prepareRfmGrid', () => {
  test('the most recent buyers are on top, the most valuable to the right', () => {
    const rows = prepareRfmGrid(grid, 'accounts')
    expect(rows.map((cells) => cells[0]?.recency)).toEqual([5, 4, 3, 2, 1])
    expect(rows[0]?.at(-1)).toMatchObject({ segment: 'champions', accounts: 4, share: 0.2, heat: 0.5 })
    expect(rows.at(-1)?.[0]).toMatchObject({ segment: 'hibernating', accounts: 16, heat: 1 })
  })

  test('money colours it differently from heads', () => {
    const cells = prepareRfmGrid(grid, 'netRevenue').flat()
    expect(cells.find(({ segment, accounts }) => segment === 'champions' && accounts > 0)?.heat).toBe(1)
  })

  test('each of the ten segments is named once and closed off by borders', () => {
    const cells = prepareRfmGrid([], 'accounts').flat()
    expect(cells.filter(({ namesSegment }) => namesSegment)).toHaveLength(10)
    const at = (recency: number, value: number) =>
      cells.find((cell) => cell.recency === recency && cell.frequencyMonetary === value)
    expect(at(5, 1)?.borders).toEqual({ top: false, right: true, bottom: true, left: false })
    expect(at(5, 2)?.borders).toEqual({ top: false, right: false, bottom: false, left: true })
  })

  test('returns that outweigh sales are not hot', () => {
    const cells = prepareRfmGrid([{ recency: 2, frequencyMonetary: 2, accounts: 1, netRevenue: -50 }], 'netRevenue')
    expect(cells.flat().every(({ heat, share }) => heat === 0 && share === 0)).toBe(true)
  })
})
