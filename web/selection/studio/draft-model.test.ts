import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { expect, test } from 'vitest'
import {
  blendShares,
  freshId,
  moveWeight,
  setBlend,
  setCriteria,
  setOrigin,
  startingWeights,
  withMetric,
} from './draft-model.ts'

const text = (words: string) => ({ 'zh-CN': words, en: words })
const model: SelectionModel = {
  name: 'm',
  version: 1,
  title: text('m'),
  description: text('m'),
  criteria: ['a', 'b', 'c'].map((id) => ({ id, title: text(id), metric: 'netRevenue' })),
  weights: {
    origin: 'ahp',
    values: { a: 0.5, b: 0.3, c: 0.2 },
    byDepartment: { X: { a: 1, b: 0, c: 0 } },
    judgements: { sha256: 'x', experts: ['y'] },
  },
  aggregation: 'weightedSum',
  missing: 'neutral',
  gates: [],
  tiers: [
    { id: 'key', title: text('key'), rule: { kind: 'top', enter: 5 } },
    { id: 'rest', title: text('rest'), rule: { kind: 'rest' } },
  ],
}

test('a weight that is moved is of the hand, and no longer of those who judged', () => {
  const { weights } = moveWeight(model, { name: 'a', weight: 0.75 })
  expect(weights).toEqual({
    origin: 'hand',
    values: { a: 0.75, b: 0.15, c: 0.1 },
    byDepartment: { X: { a: 1, b: 0, c: 0 } },
  })
})

test('weights from the data have no values; by hand again they begin with what the data said', () => {
  const critic = setOrigin(model, { origin: 'critic', resolved: {} })
  expect(critic.weights).toEqual({ origin: 'critic', byDepartment: { X: { a: 1, b: 0, c: 0 } } })
  const hand = setOrigin(critic, { origin: 'hand', resolved: { a: 0.2, b: 0.2, c: 0.6 } })
  expect(hand.weights.values).toEqual({ a: 0.2, b: 0.2, c: 0.6 })
})

test('a blend keeps the weights by hand while its shares change', () => {
  const blend = setOrigin(model, { origin: 'blend', resolved: {} })
  expect(blendShares(blend)).toEqual({ hand: 0.5, critic: 0.5 })
  const other = setBlend(blend, { hand: 0.2, entropy: 0.8 })
  expect(other.weights.parts).toEqual([
    { origin: 'hand', share: 0.2, values: { a: 0.5, b: 0.3, c: 0.2 } },
    { origin: 'entropy', share: 0.8 },
  ])
})

test('a criterion more gets a share, a criterion less leaves its own; departments judged others', () => {
  const more = setCriteria(model, [...model.criteria, { id: 'd', title: text('d'), metric: 'growth' }])
  expect(more.weights).toEqual({ origin: 'hand', values: { a: 0.4, b: 0.24, c: 0.16, d: 0.2 } })
  const less = setCriteria(model, model.criteria.slice(1))
  expect(less.weights.values).toEqual({ b: 0.6, c: 0.4 })
  const retitled = setCriteria(
    model,
    model.criteria.map((criterion) => ({ ...criterion, title: text('t') })),
  )
  expect(retitled.weights).toEqual(model.weights)
  expect(startingWeights(retitled)).toEqual({ a: 0.5, b: 0.3, c: 0.2 })
})

test('ids do not collide and are plain', () => {
  expect(freshId(['growth'], 'growth')).toBe('growth-2')
  expect(freshId(['growth', 'growth-2'], 'growth')).toBe('growth-3')
  expect(freshId([], 'given.欠款')).toBe('item')
})

test('a figure of which less is better is scored so, unless somebody said how', () => {
  const revenue = { id: 'a', title: text('a'), metric: 'netRevenue' }
  const lower = { method: 'percentile', direction: 'lower' } as const
  expect(withMetric(revenue, 'churnRisk')).toEqual({ ...revenue, metric: 'churnRisk', normalization: lower })
  expect(withMetric(withMetric(revenue, 'churnRisk'), 'netRevenue')).toEqual(revenue)
  const said = { ...revenue, normalization: { method: 'log' } as const }
  expect(withMetric(said, 'churnRisk')).toEqual({ ...said, metric: 'churnRisk' })
})
