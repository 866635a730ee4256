import { expect, test } from 'vitest'
import { prepareStages } from './prepare-stages.ts'

test('weights of the stages, and who is going or gone', () => {
  const stages = prepareStages([
    { name: 'mature', accounts: 6, netRevenue: 800 },
    { name: 'slipping', accounts: 2, netRevenue: 150 },
    { name: 'lost', accounts: 2, netRevenue: 50 },
  ])
  expect(stages.lines.map(({ accountShare, revenueShare }) => [accountShare, revenueShare])).toEqual([
    [0.6, 0.8],
    [0.2, 0.15],
    [0.2, 0.05],
  ])
  expect(stages.fading).toEqual({ accounts: 4, netRevenue: 200 })
})

test('a stage with more returns than sales has no share of revenue', () => {
  const { lines } = prepareStages([
    { name: 'mature', accounts: 1, netRevenue: 100 },
    { name: 'lost', accounts: 1, netRevenue: -10 },
  ])
  expect(lines.map(({ revenueShare }) => revenueShare)).toEqual([1, 0])
})

test('no accounts, no shares', () => {
  expect(prepareStages([{ name: 'new', accounts: 0, netRevenue: 0 }]).lines[0]).toMatchObject({
    accountShare: 0,
    revenueShare: 0,
  })
})
