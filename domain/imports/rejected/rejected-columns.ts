import { type Locale, locales, translator } from '@vitalfew/contract/locale.ts'

const names = ['file', 'row', 'reason', 'column', 'value'] as const

/** Headers of the columns that stand before the original ones in rejected.csv. */
export function rejectedColumns(locale: Locale): string[] {
  const translate = translator(locale)
  return names.map((name) => translate(`imports.rejected.${name}`))
}

/** How many columns at the left are ours and not the user's, when a corrected rejected.csv comes back: five or none. */
export function returnedColumns(headers: readonly string[]): number {
  const ours = locales.some((locale) => rejectedColumns(locale).every((name, column) => headers[column] === name))
  return ours ? names.length : 0
}
