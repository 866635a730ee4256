import { expect, test } from 'vitest'
import type { ChurnSignal } from '@vitalfew/contract/churn.ts'
import { translator, type Locale } from '@vitalfew/contract/locale.ts'
import { formats } from '../design/formats.ts'
import { cutValueWords, dimensionWords } from './churn-words.ts'
import { signalWords } from './signal-words.ts'

const say = (locale: Locale, signal: Partial<ChurnSignal>) => {
  const t = translator(locale)
  const format = formats({ locale, t, currency: 'CNY', scale: 'middle' })
  const whole = { signal: 'silence', value: 95, usual: 30, strength: 1, text: '', ...signal } as const
  return signalWords(whole, { locale, scale: 'middle', t, format })
}

test('the figure now beside the usual one, in the language and unit of the reader', () => {
  expect(say('zh-CN', {})).toContain('95')
  expect(say('zh-CN', {})).toContain('30')
  expect(say('zh-CN', { signal: 'shrinkingBasket', value: 52_000, usual: 114_000 })).toContain('¥5.2万')
  expect(say('en', { signal: 'moreReturns', value: 0.083, usual: 0.012 })).toMatch(/8\.3%.*1\.2%/)
})

test('what is unknown is left out, and no blank is left open', () => {
  expect(say('en', { value: null, usual: null })).not.toMatch(/\d|\{/)
  expect(say('en', { usual: null })).not.toMatch(/\{|undefined|null/)
  expect(say('zh-CN', { signal: 'lowProbability', value: 1e-9, usual: null })).toContain('0.1%')
})

test('names of ours are translated, values of the data stay as they are', () => {
  const t = translator('en')
  expect(cutValueWords({ dimension: 'abcClass', value: 'A' }, t)).toBe('Class A')
  expect(cutValueWords({ dimension: 'rfmSegment', value: 'champions' }, t)).toBe('Champions')
  expect(cutValueWords({ dimension: 'region', value: 'A' }, t)).toBe('A')
  expect(cutValueWords({ dimension: 'region', value: '' }, t)).toBe('(not given)')
  expect(dimensionWords('region', t)).toBe('Region')
  expect(dimensionWords('支付方式', t)).toBe('支付方式')
})
