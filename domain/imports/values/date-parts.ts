/**
 * What a written date says before the order of its parts is decided. `certain`: the form itself tells which part is
 * which. `ordered`: three numbers whose order has to come from the rest of the column. `serial`: a day count of a
 * spreadsheet.
 */
export type DateParts =
  | { readonly form: 'certain'; readonly year: number; readonly month: number; readonly day: number }
  | {
      readonly form: 'ordered'
      readonly first: number
      readonly second: number
      readonly third: number
      readonly yearLast: boolean
    }
  | { readonly form: 'serial'; readonly serial: number }

/** Reads the form of a date; null when the text is no date in any form known here. */
export function dateParts(raw: string): DateParts | null {
  if (raw.length > longestDate) return null
  const text = tidy(raw)
  return yearFirst(text) ?? digitsOnly(text) ?? threeNumbers(text) ?? namedMonth(text) ?? yearAndMonth(text)
}

const longestDate = 64
const time = String.raw`(?:[T\s,-]*(?:上午|下午|[ap]m)?\s*(?:[01]?\d|2[0-4])\s*(?:[:时点]\s*[0-5]?\d\s*(?:[:分]\s*(?:[0-5]?\d(?:[.,]\d+)?\s*秒?)?)?|[时点])\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?)?`
const yearFirstForm = new RegExp(String.raw`^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})${time}$`, 'i')
const threeNumbersForm = new RegExp(String.raw`^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})${time}$`, 'i')
const dayNamedMonthForm = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-/.\s]*(?:of\s+)?([a-z]{3,9})\.?[-/.,\s]*(\d{4}|\d{2})${time}$`,
  'i',
)
const namedMonthDayForm = new RegExp(
  String.raw`^([a-z]{3,9})\.?[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|[-/.\s]+)(\d{4})${time}$`,
  'i',
)
const yearNamedMonthForm = new RegExp(String.raw`^(\d{4})[-/.\s]*([a-z]{3,9})\.?[-/.,\s]*(\d{1,2})${time}$`, 'i')
const yearAndMonthForm = /^(\d{4})\s*[-/.]\s*(\d{1,2})$/
const weekday =
  /\s*[(（,]?\s*(?:(?:星期|礼拜|周)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)\s*[)）,]?\s*/i
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

function tidy(raw: string): string {
  const text = raw.normalize('NFKC').trim()
  return text
    .replace(/^(\d{2})\s*年/, (_, year: string) => `${fullYear(year)}年`)
    .replace(/\s*年\s*/, '-')
    .replace(/(\d)\s*月\s*(?=\d)/, '$1-')
    .replace(/(\d)\s*月\s*$/, '$1')
    .replace(/(\d)\s*[日号]/, '$1')
    .replace(weekday, ' ')
    .trim()
}

function yearFirst(text: string): DateParts | null {
  const match = yearFirstForm.exec(text)
  if (match === null) return null
  return { form: 'certain', year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) }
}

function digitsOnly(text: string): DateParts | null {
  if (/^\d{8}(?:\s.*|T.*|\d{4}|\d{6})?$/.test(text)) return compact(text)
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return { form: 'serial', serial: Math.floor(Number(text)) }
  if (/^\d{6}$/.test(text))
    return { form: 'certain', year: Number(text.slice(0, 4)), month: Number(text.slice(4)), day: 1 }
  return null
}

const compactForm = new RegExp(String.raw`^\d{8}(?:\d{4}|\d{6}|${time})$`, 'i')

function compact(text: string): DateParts | null {
  if (!compactForm.test(text)) return null
  return {
    form: 'certain',
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(4, 6)),
    day: Number(text.slice(6, 8)),
  }
}

function threeNumbers(text: string): DateParts | null {
  const match = threeNumbersForm.exec(text)
  if (match === null) return null
  const yearLast = match[4]?.length === 4
  return { form: 'ordered', first: Number(match[1]), second: Number(match[3]), third: Number(match[4]), yearLast }
}

function namedMonth(text: string): DateParts | null {
  const dayFirst = dayNamedMonthForm.exec(text)
  if (dayFirst !== null) return named(dayFirst[3], { month: dayFirst[2], day: dayFirst[1] })
  const monthFirst = namedMonthDayForm.exec(text)
  if (monthFirst !== null) return named(monthFirst[3], { month: monthFirst[1], day: monthFirst[2] })
  const yearLeading = yearNamedMonthForm.exec(text)
  if (yearLeading !== null) return named(yearLeading[1], { month: yearLeading[2], day: yearLeading[3] })
  return null
}

function named(
  year: string | undefined,
  rest: { month: string | undefined; day: string | undefined },
): DateParts | null {
  const word = (rest.month ?? '').toLowerCase()
  const month = months.indexOf(word.slice(0, 3)) + 1
  if (month === 0 || !(monthNames[month - 1] ?? '').startsWith(word.replace(/^sept$/, 'sep'))) return null
  return { form: 'certain', year: fullYear(year ?? ''), month, day: Number(rest.day) }
}

/** A month without a day (2024年3月, 2024-03) stands for its first day. */
function yearAndMonth(text: string): DateParts | null {
  const match = yearAndMonthForm.exec(text)
  return match === null ? null : { form: 'certain', year: Number(match[1]), month: Number(match[2]), day: 1 }
}

/** Two-digit years follow POSIX: 69–99 are 1969–1999, 00–68 are 2000–2068. */
export function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year >= 69 ? 1900 + year : 2000 + year
}
