import type { SelectionCriterion, SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { expect, test } from 'vitest'
import { defaultModel } from '../default-model.ts'
import { describeDifference } from './describe-difference.ts'

const chinese = { locale: 'zh-CN', currency: 'CNY' } as const
const english = { locale: 'en', currency: 'USD' } as const

/** The default model with another first criterion, which is net revenue. */
function withFirst(change: Partial<SelectionCriterion>): SelectionModel {
  const [first, ...others] = defaultModel.criteria
  return first === undefined ? defaultModel : { ...defaultModel, criteria: [{ ...first, ...change }, ...others] }
}

const said = (change: Partial<SelectionCriterion>, wording: typeof chinese | typeof english = chinese) =>
  describeDifference(
    withFirst({ actionable: { maximumChange: 0.3 } }),
    withFirst({ actionable: { maximumChange: 0.3 }, ...change }),
    wording,
  )

test('what is written out and holds anyway is no difference', () => {
  expect(said({ normalization: { method: 'percentile' } })).toEqual([])
  expect(said({ normalization: { method: 'percentile', direction: 'higher' } })).toEqual([])
})

test('the ways figures become values are told, before and after', () => {
  expect(said({ normalization: { method: 'log', direction: 'lower', caps: { low: 0.05, high: 0.95 } } })).toEqual([
    '指标“净销售额”的换算方法由“按名次，越高越好”改为“按对数，越低越好，极端值封顶（低端 5%，高端 5%）”。',
  ])
  expect(said({ normalization: { method: 'target', lowest: 0, from: 10, to: 2000, highest: 9000 } })).toEqual([
    '指标“净销售额”的换算方法由“按名次，越高越好”改为“¥10 至 ¥2,000 为满分，低于 ¥0 或高于 ¥9,000 为 0 分”。',
  ])
  const points = [
    { figure: 0, value: 0 },
    { figure: 5000, value: 0.8 },
  ]
  expect(said({ normalization: { method: 'piecewise', points } }, english)).toEqual([
    'The figures of "Net revenue" are scored differently: before, by rank, higher is better; now, value function $0 → 0%, $5,000 → 80%.',
  ])
})

test('so is what can be done about a criterion', () => {
  expect(said({ actionable: { minimum: 0, step: 1000, costPerUnit: 2 } })).toEqual([
    '指标“净销售额”可以怎样改善，由“最多变动 30%”改为“不低于 ¥0，每一步 ¥1,000，每单位成本 2”。',
  ])
  expect(said({ actionable: {} }, english)).toEqual([
    'What can be done about "Net revenue" has changed: before, a change of at most 30%; now, anything.',
  ])
})

test('of a scale the scores, or what they stand for', () => {
  const text = (words: string) => ({ 'zh-CN': words, en: words })
  const scaled = (low: string, high = 5): SelectionModel => {
    const anchors = [
      { score: 1, text: text(low) },
      { score: high, text: text('much') },
    ]
    const [first, ...others] = defaultModel.criteria
    const criterion = { id: first?.id ?? '', title: text('合作'), scale: { anchors } }
    return { ...defaultModel, criteria: [criterion, ...others] }
  }
  expect(describeDifference(scaled('little'), scaled('none'), chinese)).toEqual(['指标“合作”的评分标准有改动。'])
  expect(describeDifference(scaled('little'), scaled('little', 9), chinese)).toEqual([
    '指标“合作”的换算方法由“按评分量表（1、5 分）”改为“按评分量表（1、9 分）”。',
  ])
})

test('of blended weights how much of each there is', () => {
  const blend = (hand: number): SelectionModel => ({
    ...defaultModel,
    weights: {
      origin: 'blend',
      parts: [
        { origin: 'hand', share: hand, values: defaultModel.weights.values },
        { origin: 'critic', share: 0.5 },
      ],
    },
  })
  expect(describeDifference(blend(0.5), blend(1.5), chinese)).toEqual([
    '权重的来源由“多种方法组合（人工设定 50%、CRITIC 法 50%）”改为“多种方法组合（人工设定 75%、CRITIC 法 25%）”。',
  ])
  expect(describeDifference(blend(0.5), blend(0.5), chinese)).toEqual([])
})

test('a condition that is added is told in full', () => {
  const text = { 'zh-CN': '近半年有订单', en: 'Ordered lately' }
  const gate = { id: 'lately', text, condition: { metric: 'recencyDays', atMost: 180 } }
  expect(describeDifference(defaultModel, { ...defaultModel, gates: [...defaultModel.gates, gate] }, chinese)).toEqual([
    '增加了门槛“近半年有订单”：距最近下单天数不高于 180。',
  ])
})
