import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, type Translate, translator } from '@vitalfew/contract/locale.ts'
import pc from 'picocolors'
import { columnsOfText } from '../columns-of-text.ts'
import { shortened } from '../text-width.ts'

const nameWidth = 26
const missing = '–'

/** How the tables of behaviour write figures, names and sections in a language. */
export interface BehaviourFormats {
  readonly locale: Locale
  readonly t: Translate
  readonly whole: (value: number | null) => string
  readonly decimal: (value: number | null) => string
  readonly percent: (value: number | null) => string
  readonly money: (value: number | null) => string
  readonly name: (code: string, name?: string) => string
  /** A heading and its lines; nothing where there are no lines. */
  readonly section: (title: string, lines: readonly string[]) => string[]
  /** A table with a header from `behaviour.column.*`. */
  readonly table: (columns: readonly string[], rows: readonly (readonly string[])[], align?: string) => string[]
}

export function behaviourFormats(locale: Locale, currency: string): BehaviourFormats {
  const t = translator(locale)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const money = wholeAmountFormat(locale, currency)
  const written = (format: Intl.NumberFormat) => (value: number | null) =>
    value === null || !Number.isFinite(value) ? missing : format.format(value)
  return {
    locale,
    t,
    whole: written(whole),
    decimal: written(decimal),
    percent: written(percent),
    money: written(money),
    name: (code, name = '') => shortened(name === '' ? code : name, nameWidth),
    section: (title, lines) => (lines.length === 0 ? [] : ['', pc.bold(title), ...lines]),
    table: (columns, rows, align = `l${'r'.repeat(columns.length - 1)}`) =>
      rows.length === 0
        ? []
        : columnsOfText([columns.map((name) => t(`behaviour.column.${name}`)), ...rows], { align, header: true }),
  }
}
