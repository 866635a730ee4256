import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { expect, test } from 'vitest'
import type { SelectionColumns } from '../columns/load-columns.ts'
import { defaultModel } from '../default-model.ts'
import { scoreModel } from './score-model.ts'

const figure = (...figures: readonly number[]): Float64Array => Float64Array.from(figures)
const columns: SelectionColumns = {
  accounts: 3,
  keys: BigUint64Array.of(1n, 2n, 3n),
  netRevenue: figure(1, 1, 1),
  grossProfit: figure(1, 1, 1),
  share: figure(0, 0, 0),
  figures: new Map([
    ['netRevenue', figure(0, 10, 8)],
    ['orders', figure(0, 10, Number.NaN)],
  ]),
  matches: new Map(),
  previous: null,
}

type Missing = SelectionModel['missing']

/** Scores of 100 by two criteria of equal weight; the third account is best but for what nobody knows of it. */
function scores(model: Missing, own: Missing | undefined, aggregation: SelectionModel['aggregation'] = 'weightedSum') {
  const normalization = { method: 'min-max' } as const
  const title = { 'zh-CN': '甲', en: 'A' }
  const { scored } = scoreModel(
    {
      ...defaultModel,
      missing: model,
      aggregation,
      criteria: [
        { id: 'a', title, metric: 'netRevenue', normalization },
        { id: 'b', title, metric: 'orders', normalization, ...(own === undefined ? {} : { missing: own }) },
      ],
      weights: { origin: 'hand', values: { a: 0.5, b: 0.5 } },
    },
    columns,
  )
  const [score = 0, lower = 0, upper = 0] = [scored.scores[2], scored.lower[2], scored.upper[2]]
  return [score, lower, upper].map((each) => Math.round(1000 * each) / 10)
}

test('a criterion says what its own unknown figure counts as; the bounds stay those of the unknown', () => {
  expect(scores('neutral', undefined)).toEqual([65, 40, 90])
  expect(scores('neutral', 'worst')).toEqual([40, 40, 90])
  expect(scores('neutral', 'rescale')).toEqual([80, 40, 90])
  expect(scores('rescale', 'neutral')).toEqual([65, 40, 90])
  expect(scores('rescale', 'worst')).toEqual([40, 40, 90])
  expect(scores('worst', 'neutral')).toEqual([65, 40, 90])
})

test('in TOPSIS the worst is the worst there is', () => {
  const [worst = 0, lower] = scores('neutral', 'worst', 'topsis')
  expect(worst).toBe(lower)
  expect(scores('worst', undefined, 'topsis')[0]).toBe(worst)
})
