import type { Locale, Translate } from '@vitalfew/contract/locale.ts'
import { amountDivisor, amountSuffix, amountUnit, noCurrency, type AmountScale } from './amount-scale.ts'

export interface FormatChoices {
  locale: Locale
  t: Translate
  currency: string
  scale: AmountScale
  /** Where the hours of an instant are told; UTC unless said. */
  timeZone?: string
}

type Maybe = number | null | undefined

/** How one reader sees numbers: the same figure always gets the same words, everywhere on a page. */
export interface Formats {
  /** The unit for a header: CNY K. */
  unit: string
  /** An amount below a header that names the unit: 1,234.5 */
  amount: (value: Maybe) => string
  /** An amount on an axis: as few digits as it takes. */
  axis: (value: number) => string
  /** An amount that stands alone: $1,234.5K */
  money: (value: Maybe) => string
  /** A fraction of 1 as a percentage; one decimal unless told. */
  percent: (value: Maybe, decimals?: number) => string
  /** A change, with its sign: +12.3%; from elevenfold on as a multiple: ×15.5. */
  change: (value: Maybe) => string
  /** Share of others that lie below: never rounded up to 100 %. */
  percentile: (value: number) => string
  count: (value: Maybe) => string
  decimal: (value: Maybe, decimals?: number) => string
  /** 2025-06-30: the same width in every language. */
  day: (day: string | null) => string
  /** A day in words: 30 June 2025. */
  longDay: (day: string | null) => string
  month: (day: string) => string
  /** 2025-06-30 14:05, in the time zone of the workspace; a report, which has none, says UTC. */
  instant: (instant: string) => string
}

/** From here on a percentage is harder to read than a multiple: +1,453.9 % is ×15.5. */
export const manifold = 10

/** Stands where a figure is not known or not defined. */
export const missingMark = '–'

export function formats(choices: FormatChoices): Formats {
  const numbers = numberFormats(choices.locale)
  return { ...amountFormats(choices), ...numbers, ...dayFormats(choices) }
}

const scaleDecimals: Record<AmountScale, number> = { base: 0, middle: 1, large: 2 }

function amountFormats({
  locale,
  t,
  currency,
  scale,
}: FormatChoices): Pick<Formats, 'unit' | 'amount' | 'axis' | 'money'> {
  const fixed = fixedFormats(locale)
  const axes = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const divisor = amountDivisor(locale, scale)
  const decimals = scaleDecimals[scale]
  const symbol = currencySymbol(locale, currency)
  return {
    unit: amountUnit(t, { scale, currency }),
    amount: whenKnown((value) => boundedBelow(value / divisor, { decimals, format: fixed(decimals) })),
    axis: whenKnown((value) => axes.format(value / divisor)),
    money: whenKnown((value) => {
      const own = ownScale(locale, { scale, amount: value })
      const digits = fixed(scaleDecimals[own]).format(Math.abs(value) / amountDivisor(locale, own))
      return `${value < 0 ? '-' : ''}${symbol}${digits}${amountSuffix(t, own)}`
    }),
  }
}

function numberFormats(locale: Locale): Pick<Formats, 'percent' | 'change' | 'percentile' | 'count' | 'decimal'> {
  const fixed = fixedFormats(locale)
  const percents = fixedFormats(locale, { style: 'percent' })
  const signed = fixedFormats(locale, { style: 'percent', signDisplay: 'exceptZero' })(1)
  const percent = (value: Maybe, decimals = 1) => whenKnown((known) => percents(decimals).format(known))(value)
  return {
    percent,
    change: whenKnown((value) => (value >= manifold ? `×${fixed(1).format(value + 1)}` : signed.format(value))),
    percentile: (value) => {
      if (Math.min(value, 1 - value) >= 0.01) return percent(Math.floor(value * 100) / 100, 0)
      return percent(Math.min(0.999, Math.floor(value * 1000) / 1000), 1)
    },
    count: whenKnown((value) => fixed(0).format(value)),
    decimal: (value, decimals = 1) => whenKnown((known) => fixed(decimals).format(known))(value),
  }
}

function dayFormats({
  locale,
  timeZone = 'UTC',
}: FormatChoices): Pick<Formats, 'day' | 'longDay' | 'month' | 'instant'> {
  const long = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' })
  const hours = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const zone = timeZone === 'UTC' ? ' UTC' : ''
  const months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'short' })
  return {
    day: (day) => day ?? missingMark,
    longDay: (day) => (day === null ? missingMark : long.format(new Date(`${day}T00:00:00Z`))),
    month: (day) => months.format(new Date(`${day}T00:00:00Z`)),
    instant: (instant) => `${hours.format(new Date(instant))}${zone}`,
  }
}

/** A minus sign is as wide as a plus sign, a hyphen is not. */
function whenKnown(write: (value: number) => string): (value: Maybe) => string {
  return (value) =>
    value === null || value === undefined || !Number.isFinite(value) ? missingMark : write(value).replace('-', '−')
}

/** Formats with so many decimals, each made once: making one costs more than a thousand uses of it. */
function fixedFormats(locale: Locale, options: Intl.NumberFormatOptions = {}): (decimals: number) => Intl.NumberFormat {
  const made = [0, 1, 2, 3].map(
    (decimals) =>
      new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  )
  return (decimals) => {
    const format = made[decimals]
    if (format === undefined) throw new RangeError(`decimals must be 0 to 3, got ${decimals}`)
    return format
  }
}

function currencySymbol(locale: Locale, currency: string): string {
  if (currency === noCurrency) return ''
  if (!/^[A-Z]{3}$/.test(currency)) return `${currency} `
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const symbol = parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency
  return symbol.length > 1 ? `${symbol} ` : symbol
}

/** An amount that is not zero must not read as 0.0: it reads < 0.1. */
function boundedBelow(value: number, options: { decimals: number; format: Intl.NumberFormat }): string {
  const smallest = 10 ** -options.decimals
  if (value === 0 || Math.abs(value) >= smallest / 2) return options.format.format(value)
  return value > 0 ? `<${options.format.format(smallest)}` : `>${options.format.format(-smallest)}`
}

/** An amount that stands alone names its unit, so one too small for the chosen unit may take a smaller one. */
function ownScale(locale: Locale, chosen: { scale: AmountScale; amount: number }): AmountScale {
  const fits = (scale: AmountScale) => Math.abs(chosen.amount) >= amountDivisor(locale, scale)
  if (chosen.amount === 0 || fits(chosen.scale)) return chosen.scale
  return chosen.scale === 'large' && fits('middle') ? 'middle' : 'base'
}
