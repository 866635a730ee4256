import type { SelectionCriterion } from '@vitalfew/contract/selection-model.ts'
import { expect, test } from 'vitest'
import { standingWords, unknownWords } from './standing-words.ts'

const title = { 'zh-CN': '影响力', en: 'Influence' }
const anchors = [
  { score: 5, text: { 'zh-CN': '标杆', en: 'Leader' } },
  { score: 1, text: { 'zh-CN': '无', en: 'None' } },
  { score: 3, text: { 'zh-CN': '一般', en: 'Some' } },
]
const scale: SelectionCriterion = { id: 'influence', title, scale: { anchors } }

function said(criterion: SelectionCriterion, value: number): string[] {
  return (['zh-CN', 'en'] as const).map((locale) =>
    standingWords(criterion, { value, below: 0.25, isLower: false, wording: { locale, currency: 'CNY' } }),
  )
}

test('a score by people means what its anchor says, or lies between two', () => {
  expect(said(scale, 3)).toEqual(['影响力 3 分：一般', 'Influence scored 3: Some'])
  expect(said(scale, 4.5)).toEqual([
    '影响力 4.5 分，介于“一般”与“标杆”之间',
    'Influence scored 4.5, between “Some” and “Leader”',
  ])
  expect(said(scale, 1)[1]).toBe('Influence scored 1: None')
})

test('a figure within its target range is said to be there, others are compared', () => {
  const normalization = { method: 'target', lowest: 0, from: 7, to: 30, highest: 120 } as const
  const rhythm: SelectionCriterion = { id: 'rhythm', title, metric: 'meanDaysBetweenOrders', normalization }
  expect(said(rhythm, 7)).toEqual(['影响力 7，在目标范围内', 'Influence of 7, within the target range'])
  expect(said(rhythm, 31)[1]).toBe('Influence of 31, better than 25% of accounts')
  // More revenue is not better where a range is aimed at.
  expect(said({ ...rhythm, metric: 'netRevenue' }, 31)[1]).toContain('better than')
})

test.each([
  ['neutral', '影响力未知，按中间水平计分'],
  ['worst', '影响力未知，按最差计分'],
  ['rescale', '影响力未知，不计分，权重转给其他指标'],
] as const)('an unknown figure that counts as %s is told so', (missing, words) => {
  expect(unknownWords({ missing }, { criterion: scale, locale: 'zh-CN' })).toBe(words)
  const own = { ...scale, missing }
  expect(unknownWords({ missing: 'neutral' }, { criterion: own, locale: 'zh-CN' })).toBe(words)
})
