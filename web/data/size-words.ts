import type { Locale } from '@vitalfew/contract/locale.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** The size of a file as people say it: 12.3 MB. */
export function sizeWords(bytes: number, locale: Locale): string {
  const place = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[place],
    unitDisplay: 'narrow',
    maximumFractionDigits: place === 0 ? 0 : 1,
  }).format(bytes / 1000 ** place)
}
