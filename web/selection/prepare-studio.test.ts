import type { SelectedAccount, Selection } from '@vitalfew/contract/selection.ts'
import { expect, test } from 'vitest'
import { prepareStudio } from './prepare-studio.ts'

const account = (name: string, value: number, growth: number): SelectedAccount => ({
  account: name,
  accountName: name,
  tier: 'key',
  tierRule: 'score',
  since: '2026-01-01',
  previousTier: null,
  score: 0,
  lower: 0,
  upper: 0,
  contributions: [
    { criterion: 'value', title: '', value: 1, normalized: value, points: 0, text: '' },
    { criterion: 'growth', title: '', value: 1, normalized: growth, points: 0, text: '' },
  ],
  sentences: [],
  probabilities: null,
  weightIntervals: null,
})
const criterion = (id: string, weight: number): Selection['criteria'][number] => ({
  id,
  title: id,
  weight,
  known: 2,
})
const selection = {
  accounts: [account('big', 1, 0), account('fast', 0.5, 1)],
  criteria: [criterion('value', 0.8), criterion('growth', 0.2)],
}

test('by the weights of the run nobody moves', () => {
  const lines = prepareStudio(selection, { value: 0.8, growth: 0.2 })
  expect(lines.map(({ account: name, score, moved }) => [name, Math.round(score), moved])).toEqual([
    ['big', 80, 0],
    ['fast', 60, 0],
  ])
})

test('other weights put them in another order; weights need not add up to one', () => {
  const lines = prepareStudio(selection, { value: 1, growth: 1 })
  expect(
    lines.map(({ account: name, rank, score, scoreNow, moved }) => [name, rank, score, Math.round(scoreNow), moved]),
  ).toEqual([
    ['fast', 1, 75, 60, 1],
    ['big', 2, 50, 80, -1],
  ])
})

test('without any weight there is no score', () => {
  expect(prepareStudio(selection, { value: 0, growth: 0 }).map(({ score }) => score)).toEqual([0, 0])
})
