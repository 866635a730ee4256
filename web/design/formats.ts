import type { Locale } from '@vitalfew/contract/locale.ts'
import { amountDivisor, amountSuffix, amountUnit, noCurrency, type AmountScale } from './amount-scale.ts'

export interface FormatChoices {
  locale: Locale
  currency: string
  scale: AmountScale
}

type Maybe = number | null | undefined

/** How one reader sees numbers: the same figure always gets the same words, everywhere on a page. */
export interface Formats {
  /** The unit for a header: 万元, CNY K. */
  unit: string
  /** An amount below a header that names the unit: 1,234.5 */
  amount: (value: Maybe) => string
  /** An amount on an axis: as few digits as it takes. */
  axis: (value: number) => string
  /** An amount that stands alone: ¥1,234.5万 */
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
  /** 2025年6月30日, 30 June 2025. */
  longDay: (day: string | null) => string
  month: (day: string) => string
  instant: (instant: string) => string
}

/** From here on a percentage is harder to read than a multiple: +1,453.9 % is ×15.5. */
export const manifold = 10

/** Stands where a figure is not known or not defined. */
export const missingMark = '–'

const scaleDecimals: Record<AmountScale, number> = { base: 0, middle: 1, large: 2 }

export function formats(choices: FormatChoices): Formats {
  const { locale, currency, scale } = choices
  const divisor = amountDivisor(locale, scale)
  const decimals = scaleDecimals[scale]
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options)
  const fixed = (digits: number) => number({ minimumFractionDigits: digits, maximumFractionDigits: digits })
  const fixedBy = [fixed(0), fixed(1), fixed(2), fixed(3)]
  const fixedWith = (digits: number) => fixedBy[digits] ?? fixed(digits)
  const percentBy = [0, 1, 2].map((digits) =>
    number({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const changes = number({
    style: 'percent',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  const axes = number({ maximumFractionDigits: 2 })
  const symbol = currencySymbol(locale, currency)
  const known = (value: Maybe, write: (value: number) => string) =>
    value === null || value === undefined || !Number.isFinite(value) ? missingMark : properMinus(write(value))
  const scaled = (value: number) => boundedBelow(value / divisor, { decimals, format: fixedWith(decimals) })
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const long = dates({ dateStyle: 'long' })
  const months = dates({ year: 'numeric', month: 'short' })
  const percent = (value: Maybe, digits = 1) => known(value, (known) => (percentBy[digits] ?? changes).format(known))

  return {
    unit: amountUnit(locale, { scale, currency }),
    amount: (value) => known(value, scaled),
    axis: (value) => known(value, (known) => axes.format(known / divisor)),
    money: (value) =>
      known(value, (known) => {
        const own = ownScale(locale, { scale, amount: known })
        const digits = fixedWith(scaleDecimals[own])
        const text = digits.format(Math.abs(known) / amountDivisor(locale, own))
        return `${known < 0 ? '-' : ''}${symbol}${text}${amountSuffix(locale, own)}`
      }),
    percent,
    change: (value) =>
      known(value, (known) => (known >= manifold ? `×${fixedWith(1).format(known + 1)}` : changes.format(known))),
    percentile: (value) => percentileText(value, percent),
    count: (value) => known(value, (known) => fixedWith(0).format(known)),
    decimal: (value, digits = 1) => known(value, (known) => fixedWith(digits).format(known)),
    day: (day) => day ?? missingMark,
    longDay: (day) => (day === null ? missingMark : long.format(new Date(`${day}T00:00:00Z`))),
    month: (day) => months.format(new Date(`${day}T00:00:00Z`)),
    instant: (instant) => `${instant.slice(0, 16).replace('T', ' ')} UTC`,
  }
}

function currencySymbol(locale: Locale, currency: string): string {
  if (currency === noCurrency) return ''
  if (!/^[A-Z]{3}$/.test(currency)) return currency
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

function percentileText(value: number, percent: (value: number, decimals: number) => string): string {
  const edge = Math.min(value, 1 - value)
  if (edge >= 0.01) return percent(Math.floor(value * 100) / 100, 0)
  return percent(Math.min(0.999, Math.floor(value * 1000) / 1000), 1)
}

/** Typography: a minus sign is as wide as a plus sign, a hyphen is not. */
function properMinus(text: string): string {
  return text.replace(/-/g, '−')
}
