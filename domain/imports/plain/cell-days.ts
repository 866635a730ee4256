import type { SalesFilePlan } from '../plan-sales-file.ts'
import { dayReader } from '../rows/day-reader.ts'
import { dayNumber } from '../values/calendar.ts'
import { type CutRows, rowsPerCut } from './row-cutter.ts'

/** The first days of the column: since 1970-01-01, NaN where a cell is no day. */
export type CellDays = (rows: CutRows, count: number) => Float64Array

const firstYear = 1970
const years = 130
const dash = 45
const colon = 58
const noDigits = -1_000_000

/** Reads the days of one column: an ISO day before nothing or a time from the bytes, others as the careful reader does. */
export function cellDays({ columns, dateStyle }: SalesFilePlan): CellDays {
  const careful = dayReader(dateStyle)
  const first = (columns.date ?? 0) * rowsPerCut
  const days = new Float64Array(rowsPerCut)

  return ({ bytes, from, to }, count) => {
    for (let index = 0; index < count; index += 1) {
      const start = from[first + index] ?? 0
      const end = to[first + index] ?? 0
      const day = isoDay(bytes, { from: start, to: end })
      days[index] = day === -1 ? careful(bytes.toString('utf8', start, end)) : day
    }
    return days
  }
}

/** −1 for whatever is not plainly a day of these years. */
function isoDay(bytes: Buffer, { from, to }: { readonly from: number; readonly to: number }): number {
  if (to - from < 10 || bytes[from + 4] !== dash || bytes[from + 7] !== dash) return -1
  if (to - from > 10 && !isTime(bytes, { from: from + 10, to })) return -1
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2)
  const month = twoDigits(bytes, from + 5)
  const day = twoDigits(bytes, from + 8)
  const index = (year - firstYear) * 12 + month - 1
  if (year < firstYear || month < 1 || month > 12 || day < 1 || index >= monthStarts.length - 1) return -1
  const found = (monthStarts[index] ?? 0) + day - 1
  return found < (monthStarts[index + 1] ?? 0) ? found : -1
}

/** First day of every month from 1970 on, and of the one after the last. */
const monthStarts = Int32Array.from({ length: years * 12 + 1 }, (_, index) =>
  dayNumber({ year: firstYear + Math.floor(index / 12), month: (index % 12) + 1, day: 1 }),
)

/** ` 08:30` or ` 08:30:00`. */
function isTime(bytes: Buffer, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const length = to - from
  if ((length !== 6 && length !== 9) || (bytes[from] !== 32 && bytes[from] !== 84)) return false
  if (bytes[from + 3] !== colon || !isUpTo(24, twoDigits(bytes, from + 1))) return false
  if (!isUpTo(59, twoDigits(bytes, from + 4))) return false
  return length === 6 || (bytes[from + 6] === colon && isUpTo(59, twoDigits(bytes, from + 7)))
}

function isUpTo(most: number, value: number): boolean {
  return value >= 0 && value <= most
}

/** Far below zero where one of the two is no digit. */
function twoDigits(bytes: Buffer, at: number): number {
  const tens = (bytes[at] ?? 0) - 48
  const ones = (bytes[at + 1] ?? 0) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : noDigits
}
