import { expect, test } from 'vitest'
import { prepareMigration } from './prepare-migration.ts'

const cell = (from: string | null, to: string | null, accounts: number) => ({
  from,
  to,
  accounts,
  netRevenueBefore: accounts,
  netRevenueAfter: accounts * 10,
})
const migrationOf = (cells: ReturnType<typeof cell>[]) =>
  prepareMigration({ fromRun: 'before', fromAsOf: '2026-01-01', cells }, ['key', 'strategic', 'ordinary'])

test('rows and columns follow the tiers; those with nobody are left out', () => {
  const { columns, lines } = migrationOf([
    cell('ordinary', 'key', 2),
    cell('key', 'key', 3),
    cell('strategic', 'key', 0),
  ])
  expect(columns).toEqual(['key'])
  expect(lines.map(({ from, cells }) => [from, cells.map((each) => each?.accounts)])).toEqual([
    ['key', [3]],
    ['ordinary', [2]],
  ])
})

test('counts who rose and who fell, with their money', () => {
  const { up, down } = migrationOf([cell('ordinary', 'key', 2), cell('key', 'strategic', 1), cell('key', 'key', 9)])
  expect(up).toEqual({ accounts: 2, netRevenueBefore: 2, netRevenueAfter: 20 })
  expect(down).toEqual({ accounts: 1, netRevenueBefore: 1, netRevenueAfter: 10 })
})

test('a newcomer in the last tier has not risen, one in the first has', () => {
  expect(migrationOf([cell(null, 'ordinary', 5)]).up.accounts).toBe(0)
  expect(migrationOf([cell(null, 'key', 5)]).up.accounts).toBe(5)
})

test('a tier that the model no longer has keeps its row', () => {
  expect(migrationOf([cell('gold', 'key', 1)]).lines.map(({ from }) => from)).toEqual(['gold'])
})
