import type { Churn } from '@vitalfew/contract/churn.ts'
import type { Locale, Translate } from '@vitalfew/contract/locale.ts'
import type { Reader } from '../design/reader.tsx'
import { prepareChurnBacktest } from './prepare-churn-backtest.ts'

/** What the back-test means: in the words of the run where the reader reads its language, otherwise from its counts. */
export function verdictWords(churn: Churn, context: { reader: Reader; written: Locale }): string {
  const { t, locale, format } = context.reader
  if (context.written === locale && churn.verdict !== '') return churn.verdict
  const { total, won, compared } = prepareChurnBacktest(churn.backtest)
  if (total === null) return t('report.churn.backtest.none')
  return t('report.churn.backtest.summary', {
    count: total.warned,
    warned: format.count(total.warned),
    correct: format.count(total.correct),
    precision: format.percent(total.precision, 0),
    won: format.count(won),
    compared: format.count(compared),
  })
}

/** A cut by its name where it has one, else as the data calls it. */
export function dimensionWords(dimension: string, t: Translate): string {
  return t(`churn.dimension.${dimension}`, { defaultValue: dimension })
}

/** A value of a cut: names of ours are translated, values of the data stay as they are. */
export function cutValueWords(cut: { dimension: string; value: string }, t: Translate): string {
  const { value } = cut
  if (value === '') return t('report.churn.cut.unknown')
  if (cut.dimension === 'rfmSegment') return t(`analysis.segment.${value}`, { defaultValue: value })
  if (cut.dimension === 'abcClass' && /^[ABC]$/.test(value)) return t(`analysis.abc.${value}`)
  return value
}
