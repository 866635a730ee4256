import type { Locale, Translate } from '@vitalfew/contract/locale.ts'

/** Amounts are read as they are, in a middle unit (ten thousand, K) or in a large one (a hundred million, M). */
export const amountScales = ['base', 'middle', 'large'] as const
export type AmountScale = (typeof amountScales)[number]

/** ISO 4217 for amounts without a currency. */
export const noCurrency = 'XXX'

/** Chinese counts in ten-thousands and hundred-millions, English in thousands and millions. */
const divisors: Record<Locale, Record<AmountScale, number>> = {
  'zh-CN': { base: 1, middle: 1e4, large: 1e8 },
  en: { base: 1, middle: 1e3, large: 1e6 },
}

export function amountDivisor(locale: Locale, scale: AmountScale): number {
  return divisors[locale][scale]
}

/** What follows a number: nothing for the amount as it is, otherwise the unit's short word. */
export function amountSuffix(t: Translate, scale: AmountScale): string {
  return scale === 'base' ? '' : t(`report.amount.${scale}`)
}

/** The unit as a header says it; yuan have their own word in Chinese, other currencies go by their code. */
export function amountUnit(t: Translate, options: { scale: AmountScale; currency: string }): string {
  const { currency } = options
  const suffix = amountSuffix(t, options.scale)
  if (currency === noCurrency) return suffix
  const unit =
    currency === 'CNY' ? t('report.amount.unitOfYuan', { suffix }) : t('report.amount.unit', { suffix, currency })
  return unit.trim()
}

/** The unit in which the typical account of a portfolio shows two to five digits. */
export function fittingScale(locale: Locale, typicalAmount: number): AmountScale {
  const fits = amountScales.findLast((scale) => Math.abs(typicalAmount) >= 5 * amountDivisor(locale, scale))
  return fits ?? 'base'
}
