import type { ChurnSignalName } from '@vitalfew/contract/churn.ts'
import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'

export interface SignalSentence {
  readonly value: number | null
  readonly usual: number | null
}

/** What a signal says of an account, in a sentence. */
export function signalText(
  signal: ChurnSignalName,
  { value, usual }: SignalSentence,
  { locale, currency }: { readonly locale: Locale; readonly currency: string },
): string {
  const t = translator(locale)
  const format = formatOf(signal, { locale, currency })
  const written = (figure: number | null): string => (figure === null ? '–' : format(figure))
  const count = signal === 'silence' || signal === 'contractEnding' ? Math.round(value ?? 0) : (value ?? 0)
  if (signal === 'lowProbability' && value !== null && value < leastShown) {
    return t('churn.text.lowProbabilityTiny', { value: format(leastShown) })
  }
  if (signal === 'fewerOrders' && value === 0) return t('churn.text.fewerOrdersNone', { usual: written(usual) })
  return t(`churn.text.${signal}`, { value: written(value), usual: written(usual), count })
}

/** Smaller probabilities are told as a limit. */
const leastShown = 0.001

function formatOf(
  signal: ChurnSignalName,
  { locale, currency }: { readonly locale: Locale; readonly currency: string },
): (figure: number) => string {
  switch (signal) {
    case 'shrinkingBasket':
      return (figure) => wholeAmountFormat(locale, currency).format(figure)
    case 'moreReturns':
    case 'lowProbability': {
      const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
      return (figure) => percent.format(figure)
    }
    case 'silence':
    case 'fewerOrders':
    case 'fewerCategories':
    case 'complaints':
    case 'contractEnding': {
      const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
      return (figure) => whole.format(figure)
    }
  }
}
