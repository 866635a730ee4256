import { expect, test } from 'vitest'
import { prepareCohortGrid } from './prepare-cohort-grid.ts'

const cell = (age: number, retention: number, complete = true) => ({
  age,
  active: 1,
  retention,
  lower: 0,
  upper: 1,
  revenue: 0,
  revenuePerAccount: retention * 100 - 20,
  complete,
})
const cohorts = [
  { cohort: '2025-01-01', accounts: 40, revenue: 0, cells: [cell(0, 1), cell(1, 0.5), cell(2, 0.9, false)] },
  { cohort: '2025-02-01', accounts: 3, revenue: 0, cells: [cell(0, 1), cell(1, 1)] },
]

test('small cohorts are marked and do not set the scale, and what is not over stays pale', () => {
  const { rows, ages } = prepareCohortGrid({ cohorts }, 'retention')
  expect(ages).toEqual([0, 1, 2])
  expect(rows.map(({ isSmall }) => isSmall)).toEqual([false, true])
  expect(rows.map(({ cells }) => cells.map((found) => found?.heat ?? null))).toEqual([
    [0, 1, 0],
    [0, 1, null],
  ])
})

test('revenue is coloured from the first period on, and returns do not colour', () => {
  const { rows } = prepareCohortGrid({ cohorts: cohorts.slice(0, 1) }, 'revenue')
  expect(rows[0]?.cells.map((found) => found?.heat)).toEqual([1, 30 / 80, 0])
  const returned = [{ ...cohorts[0], cohort: '2025-01-01', accounts: 40, revenue: -20, cells: [cell(0, 0)] }]
  expect(prepareCohortGrid({ cohorts: returned }, 'revenue').rows[0]?.cells[0]?.heat).toBe(0)
})

test('nothing is an empty grid', () => {
  expect(prepareCohortGrid({ cohorts: [] }, 'retention')).toEqual({ ages: [], rows: [] })
})
