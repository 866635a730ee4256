import type { WarningBacktest } from '@vitalfew/contract/churn.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'

/** Fewer warnings than this decide nothing. */
const fewestWarnings = 10

interface VerdictWords {
  readonly locale: Locale
  readonly horizonMonths: number
  /** What the warnings were about; accounts where absent. */
  readonly of?: 'accounts' | 'contracts'
}

/** What the back-test means, in a sentence: it says so when the warnings are no better than a list by silence alone. */
export function backtestVerdict(
  backtest: readonly WarningBacktest[],
  { locale, horizonMonths, of = 'accounts' }: VerdictWords,
): string {
  const translate = translator(locale)
  const group = of === 'accounts' ? 'churn.verdict' : 'churn.contractVerdict'
  const t = (key: string, facts: object): string => translate(`${group}.${key}`, { ...facts })
  if (backtest.length === 0) return t('tooLittleHistory', { count: horizonMonths })
  const sum = (figure: (line: WarningBacktest) => number): number =>
    backtest.reduce((all, line) => all + figure(line), 0)
  const warned = sum((line) => line.warned)
  const whole = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  if (warned === 0) return t('nobodyWarned', { count: backtest.length })
  const correct = sum((line) => line.correct)
  const silent = Math.round(sum((line) => (line.naivePrecision ?? 0) * line.warned))
  const base =
    sum((line) => line.left) /
    Math.max(
      1,
      sum((line) => line.accounts),
    )
  const facts = {
    warned: whole.format(warned),
    precision: percent.format(correct / warned),
    naive: percent.format(silent / warned),
    base: percent.format(base),
    months: horizonMonths,
    count: horizonMonths,
  }
  if (warned < fewestWarnings) return t('tooFewWarnings', facts)
  const limits = wilsonInterval(correct, warned)
  if (correct / warned <= base) return t('noUse', facts)
  if (correct <= silent) return t('noBetter', facts)
  return silent / warned < limits.lower ? t('better', facts) : t('slightlyBetter', facts)
}
