import { expect, test } from 'vitest'
import { prepareAbcXyz } from './prepare-abc-xyz.ts'

test('all twelve cells are there, the heaviest is the hottest', () => {
  const rows = prepareAbcXyz([
    { abc: 'A', xyz: 'X', accounts: 2, amount: 75 },
    { abc: 'C', xyz: 'none', accounts: 9, amount: 25 },
  ])
  expect(rows.flatMap(({ cells }) => cells)).toHaveLength(12)
  expect(rows[0]?.cells[0]).toMatchObject({ accounts: 2, share: 0.75, heat: 1 })
  expect(rows[2]?.cells[3]?.heat).toBeCloseTo(Math.sqrt(1 / 3), 12)
  expect(rows[1]?.cells[1]).toMatchObject({ accounts: 0, amount: 0, share: 0, heat: 0 })
})

test('without money nothing is hot', () => {
  expect(prepareAbcXyz([]).every(({ cells }) => cells.every(({ heat }) => heat === 0))).toBe(true)
})
