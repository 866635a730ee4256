import { describe, expect, test } from 'vitest'
import { translator, type Locale } from '@vitalfew/contract/locale.ts'
import { formats } from '../design/formats.ts'
import type { Reader } from '../design/reader.tsx'
import { exampleReport } from '../report/example-report.fixture.ts'
import { exampleBaselineValue, exampleUnknownValue, exampleValue } from '../report/example-value.fixture.ts'
import { basisWords, whyWords } from './value-words.ts'

const readerOf = (locale: Locale): Reader => {
  const t = translator(locale)
  return { locale, scale: 'base', t, format: formats({ locale, t, currency: 'CNY', scale: 'base' }) }
}
const value = exampleValue(exampleReport(60).accounts)

describe('whyWords', () => {
  test('are those of the run for who reads its language', () => {
    expect(whyWords(value, { reader: readerOf('zh-CN'), written: 'zh-CN' })).toBe(value.why)
  })

  test('are made from the scores for everybody else', () => {
    const english = { reader: readerOf('en'), written: 'zh-CN' } as const
    expect(whyWords(value, english)).toBe(
      'MBG/CNBD-k is used: on purchases it had not seen it was off by 1.21 per account, the best simple rule (the last 12 months repeated) by 1.64.',
    )
    expect(whyWords(exampleBaselineValue(value), english)).toContain('No model did better')
    expect(whyWords(exampleUnknownValue(value), english)).toContain('too little data')
    expect(whyWords({ ...value, baselines: [] }, english)).toContain('too short')
  })
})

test('a share of revenue is named as such', () => {
  const reader = readerOf('en')
  expect(basisWords({ basis: 'netRevenue', margin: 0.3, costs: null }, reader)).toBe('in 30% of net revenue')
  expect(basisWords({ basis: 'netRevenue', margin: 1, costs: null }, reader)).toBe('in net revenue')
})
