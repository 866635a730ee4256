import { dayNumber } from './calendar.ts'

/**
 * The first day of a year that stands alone, in days since 1970-01-01; undefined for any other text.
 *
 * @example
 * dayOfYear('1971年') // 365
 */
export function dayOfYear(text: string): number | undefined {
  const year = /^(19[7-9]\d|20\d\d)\s*(?:年度?)?$/.exec(text)?.[1]
  return year === undefined ? undefined : dayNumber({ year: Number(year), month: 1, day: 1 })
}
