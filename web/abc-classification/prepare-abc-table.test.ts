import { expect, test } from 'vitest'
import { exampleReport } from '../report/example-report.fixture.ts'
import { prepareAbcTable } from './prepare-abc-table.ts'

test('shares of the classes add up to one', () => {
  const lines = prepareAbcTable(exampleReport().run.abc)
  expect(lines.map(({ abc }) => abc)).toEqual(['A', 'B', 'C'])
  expect(lines.reduce((sum, line) => sum + line.accountShare, 0)).toBeCloseTo(1, 12)
  expect(lines.reduce((sum, line) => sum + line.amountShare, 0)).toBeCloseTo(1, 12)
})

test('an empty class has no average', () => {
  const { abc } = exampleReport().run
  const empty = { accounts: 0, amount: 0, share: 0 }
  const lines = prepareAbcTable({ ...abc, classes: { A: empty, B: empty, C: empty } })
  expect(lines[0]).toMatchObject({ averageAmount: null, accountShare: 0, amountShare: 0 })
})
