import { expect, test } from 'vitest'
import { defaultModel } from '../default-model.ts'
import { accountSentences } from './account-sentences.ts'

const selected = {
  account: 'A',
  accountName: 'A',
  tier: 'key',
  tierRule: 'stay' as const,
  since: '2025-07-01',
  previousTier: 'key',
  score: 60,
  lower: 60,
  upper: 60,
  contributions: [],
  probabilities: null,
  weightIntervals: null,
}
const [key, ...others] = defaultModel.tiers
const tiers = key === undefined ? others : [{ ...key, minimumStayDays: 180 }, ...others]

test.each([
  ['2025-12-27', '至少保留 180 天'],
  ['2025-12-28', '仍满足留任条件'],
])('an account that would no longer enter is kept on %s because of what is said', (asOf, words) => {
  const sentences = accountSentences(
    { model: { ...defaultModel, tiers }, selected, meanScore: 50, override: null, asOf },
    { locale: 'zh-CN', currency: 'CNY' },
  )
  expect(sentences).toContainEqual(expect.stringContaining(words))
  expect(sentences).toContainEqual(expect.stringContaining('自 2025-07-01 起'))
})
