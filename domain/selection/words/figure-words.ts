import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { metricRegistry, type MetricUnit } from '../model/metric-registry.ts'

export interface Wording {
  readonly locale: Locale
  readonly currency: string
}

/** A figure as a person writes it, in its unit; scores given by people are plain numbers. */
export function figureWords(
  value: number,
  { metric, locale, currency }: Wording & { readonly metric?: string | undefined },
): string {
  const unit = metricRegistry[metric ?? '']?.unit ?? 'number'
  if (unit === 'money') return wholeAmountFormat(locale, currency).format(value)
  return numberFormat(unit, locale).format(value)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Written for every criterion of every chosen account: making a format takes longer than using it a hundred times. */
function numberFormat(unit: Exclude<MetricUnit, 'money'>, locale: Locale): Intl.NumberFormat {
  const key = `${locale} ${unit}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const isShare = unit === 'share' || unit === 'change'
  const maximumFractionDigits = isShare ? 1 : unit === 'number' ? 2 : 0
  const format = new Intl.NumberFormat(locale, { ...(isShare ? { style: 'percent' } : {}), maximumFractionDigits })
  formats.set(key, format)
  return format
}

/** A share as a percentage with at most one decimal. */
export function percentWords(value: number, locale: Locale): string {
  return numberFormat('share', locale).format(value)
}

/** Rounded down: nobody is said to be above more accounts than it is. */
export function shareBelowWords(value: number, locale: Locale): string {
  return percentWords(Math.floor(value * 1000 + 1e-9) / 1000, locale)
}

/** Points of a score. */
export function scoreWords(score: number, locale: Locale): string {
  const key = `${locale} score`
  const format =
    formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  formats.set(key, format)
  return format.format(score)
}
