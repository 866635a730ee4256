import type { PurchaseCohorts } from '@vitalfew/contract/purchase-behaviour.ts'
import { expect, test } from 'vitest'
import { prepareCohortTriangle } from './prepare-cohort-triangle.ts'

const cell = (age: number, retention: number, complete = true) => ({
  age,
  active: 1,
  retention,
  lower: 0,
  upper: 1,
  revenue: 0,
  revenuePerAccount: 0,
  complete,
})

const cohorts = (list: PurchaseCohorts['cohorts']): PurchaseCohorts => ({
  asOf: '2025-03-01',
  currency: 'CNY',
  period: 'month',
  cohorts: list,
  ages: [],
  withoutPurchase: 0,
  revenueOutside: 0,
})

test('colours by the strongest later cell, leaves periods that are not over pale, and gaps empty', () => {
  const triangle = prepareCohortTriangle(
    cohorts([
      { cohort: '2025-01-01', accounts: 4, revenue: 0, cells: [cell(0, 1), cell(1, 0.5), cell(2, 0.9, false)] },
      { cohort: '2025-02-01', accounts: 2, revenue: 0, cells: [cell(0, 1), cell(1, 0.25)] },
    ]),
  )
  expect(triangle.rows.map(({ cells }) => cells.map((item) => item?.heat ?? null))).toEqual([
    [0, 1, 0],
    [0, 0.5, null],
  ])
})

test('nothing is an empty triangle', () => {
  expect(prepareCohortTriangle(cohorts([]))).toEqual({ ages: [], rows: [], all: [] })
})
