import { parseAmount, type DecimalMark } from '../values/parse-amount.ts'
import { dateParts } from '../values/date-parts.ts'
import { orderedDay } from '../values/parse-date.ts'
import { dayNumber } from '../values/calendar.ts'
import { isPlaceholder } from '../values/placeholders.ts'

/** What the values of a column look like, as shares of its filled cells. */
export interface ColumnEvidence {
  readonly filled: number
  /** Filled cells as a share of the sampled rows. */
  readonly fill: number
  readonly dates: number
  /** Dates that are not just digits: 20240305 and serials may be numbers, 2024-03-05 is not. */
  readonly writtenDates: number
  readonly numbers: number
  /** Numbers with decimals, as money mostly has. */
  readonly decimals: number
  readonly percents: number
  /** Numbers between 0 and 1, both included. */
  readonly fractions: number
  /** Codes: one word with a digit in it. */
  readonly codes: number
  /** Distinct values among the filled. */
  readonly distinct: number
  readonly creditCodes: number
}

export function columnEvidence(column: readonly string[]): ColumnEvidence {
  const values = spread(column)
  const filled = values.filter((value) => !isPlaceholder(value))
  const share = (test: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  return {
    filled: filled.length,
    fill: values.length === 0 ? 0 : filled.length / values.length,
    dates: share(isDate),
    writtenDates: share((value) => !/^\d+(?:\.\d+)?$/.test(value) && isDate(value)),
    numbers: share((value) => isNumber(value, '.') || isNumber(value, ',')),
    decimals: share((value) => /\d[.,]\d{1,2}\D*$/.test(value)),
    percents: share((value) => /^-?[\d.]+\s*[%％]$/.test(value.trim())),
    fractions: share((value) => /^(?:0?\.\d+|[01](?:\.0*)?|0\.\d+)$/.test(value.trim())),
    codes: share((value) => /^[^\s\p{Script=Han}]*\d[^\s\p{Script=Han}]*$/u.test(value.trim())),
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    creditCodes: share((value) => /^[0-9A-HJ-NP-RTUW-Y]{18}$/i.test(value.trim())),
  }
}

const examined = 600
/** Longer texts are neither dates nor amounts nor codes. */
const longestValue = 100

/** Values from all over the column, as many as tell what it is. */
function spread(values: readonly string[]): readonly string[] {
  const step = Math.ceil(values.length / examined)
  const chosen = step <= 1 ? values : values.filter((_, index) => index % step === 0)
  return chosen.map((value) => (value.length > longestValue ? value.slice(0, longestValue) : value))
}

function isNumber(value: string, mark: DecimalMark): boolean {
  return parseAmount(value, mark) !== null
}

function isDate(value: string): boolean {
  const parts = dateParts(value)
  if (parts === null) return false
  if (parts.form === 'certain') return plausible(parts)
  if (parts.form === 'serial') return parts.serial >= 25_569 && parts.serial <= 73_050
  const numbers: [number, number, number] = [parts.first, parts.second, parts.third]
  return (['mdy', 'dmy', 'ymd'] as const).some(
    (order) => !Number.isNaN(orderedDay(numbers, { order, yearLast: parts.yearLast })),
  )
}

/** An impossible day still shows a column of dates; a year out of the question does not (order number 10248001). */
function plausible({ year, month, day }: { year: number; month: number; day: number }): boolean {
  return year >= 1950 && year <= 2100 && (!Number.isNaN(dayNumber({ year, month, day })) || (month <= 12 && day <= 31))
}
