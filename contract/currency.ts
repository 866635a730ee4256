/** ISO 4217 keeps XXX for "no currency": amounts whose currency nobody has stated. */
export const unstatedCurrency = 'XXX'

/** Digits after the decimal point that amounts of a currency are shown and rounded with: 2 for CNY, 0 for JPY. */
export function currencyDecimals(currency: string): number {
  if (currency === unstatedCurrency) return 2
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

const wholeFormats = new Map<string, Intl.NumberFormat>()

/** Writes amounts of a currency without decimals, as headlines and sentences show them; made once per language. */
export function wholeAmountFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const options = { maximumFractionDigits: 0 }
  const format =
    wholeFormats.get(key) ??
    new Intl.NumberFormat(locale, currency === unstatedCurrency ? options : { ...options, style: 'currency', currency })
  wholeFormats.set(key, format)
  return format
}
