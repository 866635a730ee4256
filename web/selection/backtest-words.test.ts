import { expect, test } from 'vitest'
import { translator, type Locale } from '@vitalfew/contract/locale.ts'
import type { Backtest } from '@vitalfew/contract/selection-backtest.ts'
import { formats } from '../design/formats.ts'
import { exampleReport } from '../report/example-report.fixture.ts'
import { backtestNotes, backtestWords } from './backtest-words.ts'

const readerOf = (locale: Locale) => {
  const t = translator(locale)
  return { t, locale, format: formats({ locale, t, currency: 'CNY', scale: 'middle' }) }
}
const backtest = exampleReport().run.selection?.backtest
if (!backtest) throw new Error('the example has a back-test')
const inEnglish = (of: Backtest) => backtestWords(of, { reader: readerOf('en'), written: 'zh-CN' })

test('keeps the words of the run for who reads its language', () => {
  const context = { reader: readerOf('zh-CN'), written: 'zh-CN' } as const
  expect(backtestWords(backtest, context)).toBe(backtest.verdict)
  expect(backtestNotes(backtest, context)).toEqual(backtest.notes)
})

test('says the same from the figures in the other language', () => {
  expect(inEnglish(backtest)).toMatch(/36 accounts on the list brought 60\.0%.*chance would have 13\.0%/)
  expect(inEnglish(backtest)).toContain('Against ranking by revenue (55.0%) it cannot be told')
})

test('a model that lost is said to have lost', () => {
  const lost = { against: 'revenue' as const, better: 0, worse: 1, cannotTell: 0 }
  expect(inEnglish({ ...backtest, wins: [lost] })).toContain('the model is worse: clearly so in 1 of 1')
})

test('a note that the page cannot say by itself stays', () => {
  const of = { ...backtest, notes: [...backtest.notes, '别的'] }
  expect(backtestNotes(of, { reader: readerOf('en'), written: 'zh-CN' }).at(-1)).toBe('别的')
})
