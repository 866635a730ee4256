import type { Bilingual, SampleLocale } from './bilingual.ts'
import { inLocale } from './bilingual.ts'

export type Cell = string | number | Bilingual

/** One file of the samples, in both languages at once. */
export interface Table {
  readonly headers: readonly Bilingual[]
  readonly rows: readonly (readonly Cell[])[]
}

/** RFC 4180 with a byte order mark, so that Excel opens it as UTF-8. */
export function csvText(table: Table, locale: SampleLocale): string {
  const lines = [table.headers, ...table.rows].map((row) => row.map((cell) => field(cell, locale)).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Money as a decimal without useless zeros: 128000 → 1280, 1250 → 12.5. */
export function yuan(cents: number): string {
  return String(cents / 100)
}

function field(cell: Cell, locale: SampleLocale): string {
  const text = typeof cell === 'object' ? inLocale(cell, locale) : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
