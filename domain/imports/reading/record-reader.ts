import type { RejectionReason } from '@vitalfew/contract/imports.ts'
import { cleanIdentifier, cleanText } from '../values/clean-text.ts'
import { firstSalesDay, lastSalesDay } from '../values/calendar.ts'
import { fitsMicros, microsText, scaleMicros } from '../values/micros.ts'
import { parseAmount } from '../values/parse-amount.ts'
import { parseDay } from '../values/parse-date.ts'
import { dayOfYear } from '../values/day-of-year.ts'
import { parseFlag } from '../values/parse-flag.ts'
import { parseInstant } from '../values/parse-instant.ts'
import { isPlaceholder } from '../values/placeholders.ts'
import { isTotalWord } from '../rows/set-aside.ts'
import type { FieldStyle } from './field-styles.ts'
import type { RecordFilePlan } from './plan-record-file.ts'

/** What a cell says: text, a number of days or seconds, a figure as decimal text; null where it says nothing. */
export type RecordValue = string | number | null

/** A row as a record, its values in the order of the kind's fields; or why it is none. */
export type ReadRecord =
  | { readonly values: readonly RecordValue[]; readonly unread: readonly UnreadCell[] }
  | { readonly reason: RejectionReason; readonly field: string; readonly value: string }

export interface UnreadCell {
  readonly field: string
  readonly value: string
}

/** Reads the rows of a planned file. */
export function recordReader(plan: RecordFilePlan): (cells: readonly string[]) => ReadRecord {
  const names = Object.keys(plan.kind.fields)
  const styles = names.map((name) => plan.styles.get(name))
  const groups = plan.kind.needs.filter((group) => group.some((name) => plan.styles.has(name)))
  const place = new Map(names.map((name, index) => [name, index]))
  return (cells) => {
    const unread: UnreadCell[] = []
    const values = styles.map((style, index) => {
      if (style === undefined) return emptyOf(plan, names[index] ?? '')
      const raw = cells[style.column] ?? ''
      const value = valueOf(raw, style)
      if (value !== undefined) return value
      unread.push({ field: names[index] ?? '', value: raw })
      return null
    })
    for (const group of groups) {
      if (group.some((name) => isFilled(values[place.get(name) ?? -1]))) continue
      const bad = unread.find(({ field }) => group.includes(field))
      const [field = ''] = group
      if (bad === undefined) return { reason: missing(field), field, value: '' }
      return { reason: isOfDays(plan.styles.get(bad.field)) ? 'dateInvalid' : 'valueInvalid', ...bad }
    }
    return { values, unread }
  }
}

function isFilled(value: RecordValue | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}

function missing(field: string): RejectionReason {
  return field === 'customer' ? 'customerMissing' : 'valueMissing'
}

function isOfDays(style: FieldStyle | undefined): boolean {
  return style?.type === 'day' || style?.type === 'instant'
}

function emptyOf(plan: RecordFilePlan, name: string): RecordValue {
  const type = plan.kind.fields[name]?.type
  return type === 'text' || type === 'label' ? '' : null
}

function valueOf(raw: string, style: FieldStyle): RecordValue | undefined {
  if (style.type === 'text' || style.type === 'label') {
    const text = cleanIdentifier(raw)
    return isPlaceholder(text) || isTotalWord(text) ? '' : text
  }
  const text = cleanText(raw)
  if (isPlaceholder(text)) return null
  return readers[style.type](text, style) ?? undefined
}

type Reader = (text: string, style: FieldStyle) => RecordValue

const readers: Readonly<Record<'day' | 'instant' | 'figure' | 'share' | 'flag', Reader>> = {
  day: (text, { date }) => {
    const found = dayOfYear(text) ?? parseDay(text, date)
    return found >= firstSalesDay && found <= lastSalesDay ? found : null
  },
  instant: (text, { date }) => {
    const seconds = parseInstant(text, date)
    return seconds >= firstSalesDay * 86_400 && seconds < (lastSalesDay + 1) * 86_400 ? seconds : null
  },
  figure: (text, { mark, factor }) => {
    const amount = parseAmount(text, mark)
    if (amount === null) return null
    const scaled = scaleMicros(amount, factor)
    return fitsMicros(scaled) ? microsText(scaled) : null
  },
  share: (text, { mark, isPercent }) => {
    const sign = /[%％]$/.test(text)
    const amount = parseAmount(sign ? text.slice(0, -1) : text, mark)
    return amount === null ? null : Number(amount) / (sign || isPercent ? 1e8 : 1e6)
  },
  flag: (text) => parseFlag(text),
}
