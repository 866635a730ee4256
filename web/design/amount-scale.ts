import type { Locale } from '@vitalfew/contract/locale.ts'

/** Amounts are read as they are, in a middle unit (万, K) or in a large one (亿, M). */
export const amountScales = ['base', 'middle', 'large'] as const
export type AmountScale = (typeof amountScales)[number]

/** Chinese counts in ten-thousands and hundred-millions, English in thousands and millions. */
const divisors: Record<Locale, Record<AmountScale, number>> = {
  'zh-CN': { base: 1, middle: 1e4, large: 1e8 },
  en: { base: 1, middle: 1e3, large: 1e6 },
}

const suffixes: Record<Locale, Record<AmountScale, string>> = {
  'zh-CN': { base: '', middle: '万', large: '亿' },
  en: { base: '', middle: 'K', large: 'M' },
}

export function amountDivisor(locale: Locale, scale: AmountScale): number {
  return divisors[locale][scale]
}

/** What follows a number: '' | 万 | 亿 or '' | K | M. */
export function amountSuffix(locale: Locale, scale: AmountScale): string {
  return suffixes[locale][scale]
}

/** ISO 4217 for amounts without a currency. */
export const noCurrency = 'XXX'

/** The unit as a header says it: 万元 for yuan read in Chinese, otherwise the currency's code: 万 USD, CNY K. */
export function amountUnit(locale: Locale, options: { scale: AmountScale; currency: string }): string {
  const suffix = amountSuffix(locale, options.scale)
  if (options.currency === noCurrency) return suffix
  if (locale === 'zh-CN') return options.currency === 'CNY' ? `${suffix}元` : `${suffix} ${options.currency}`.trim()
  return `${options.currency} ${suffix}`.trim()
}

/** The unit in which the typical account of a portfolio shows two to five digits. */
export function fittingScale(locale: Locale, typicalAmount: number): AmountScale {
  const fits = amountScales.findLast((scale) => Math.abs(typicalAmount) >= 5 * amountDivisor(locale, scale))
  return fits ?? 'base'
}
