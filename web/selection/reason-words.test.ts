import { describe, expect, test } from 'vitest'
import { translator, type Locale } from '@vitalfew/contract/locale.ts'
import type { Reason } from '@vitalfew/contract/run.ts'
import { formats } from '../design/formats.ts'
import { reasonWords } from './reason-words.ts'

function readerOf(locale: Locale, currency: string) {
  const t = translator(locale)
  return { t, format: formats({ locale, t, currency, scale: 'middle' }) }
}

const chinese = readerOf('zh-CN', 'CNY')
const english = readerOf('en', 'USD')
const reason = (part: Partial<Reason>): Reason => ({
  criterion: 'value',
  value: 1,
  percentile: 0.98,
  below: 0.98,
  text: '',
  ...part,
})
const sentence = (part: Partial<Reason>, reader: typeof english) => {
  const { fact, standing } = reasonWords(reason(part), reader)
  return `${fact}${reader.t('report.comma')}${standing}`
}

describe('reasonWords', () => {
  test('speaks both languages from the same numbers', () => {
    expect(sentence({ value: 12_345_000 }, chinese)).toBe('净销售额 ¥1,234.5万，高于 98% 的客户')
    expect(sentence({ value: 12_345_000 }, english)).toBe('Net revenue $12,345.0K, ahead of 98% of accounts')
  })

  test('says decline, growth and manifold growth as what they are', () => {
    expect(sentence({ criterion: 'growth', value: -0.123, percentile: 0.18, below: 0.18 }, chinese)).toBe(
      '近 12 个月下降 12.3%，只高于 18% 的客户',
    )
    expect(sentence({ criterion: 'growth', value: 0.5 }, english)).toBe(
      'Up 50.0% in 12 months, ahead of 98% of accounts',
    )
    expect(reasonWords(reason({ criterion: 'growth', value: 14.5 }), chinese).fact).toBe('近 12 个月增至 15.5 倍')
  })

  test('counts in the singular where English needs it', () => {
    expect(reasonWords(reason({ criterion: 'breadth', value: 1 }), english).fact).toBe('Has bought 1 product')
    expect(reasonWords(reason({ criterion: 'breadth', value: 2 }), english).fact).toBe('Has bought 2 products')
  })

  test('an unknown figure claims no standing among others', () => {
    const words = reasonWords(reason({ criterion: 'profit', value: null, percentile: 0.5 }), chinese)
    expect(words).toEqual({ fact: '毛利未知', standing: '按中等水平计分' })
  })

  test('too large to lose is a rule, not a comparison', () => {
    expect(sentence({ criterion: 'share', value: 0.123, percentile: 1 }, chinese)).toBe(
      '占全部净销售额的 12.3%，大到不能失去，直接列为关键客户',
    )
  })
})
