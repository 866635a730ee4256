import { requireInteger } from '../arguments/require-integer.ts'

/** A day of the proleptic Gregorian calendar; `month` 1..12, `dayOfMonth` 1..31, year 0 is 1 BC. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly dayOfMonth: number
}

const daysPerEra = 146_097 // 400 years
const daysFromEraStart = 719_468 // 0000-03-01 to 1970-01-01

/**
 * Calendar date of a day number.
 *
 * Years are counted from March, so that the leap day is the last of its year and the lengths of the months follow one
 * linear formula. No `Date` object is made: this runs once per order line.
 *
 * @param day integer, days since 1970-01-01 (negative before it)
 * @throws RangeError when `day` is not an integer
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), civil_from_days.
 * @example
 * civilFromDay(0) // { year: 1970, month: 1, dayOfMonth: 1 }
 * civilFromDay(19782) // { year: 2024, month: 2, dayOfMonth: 29 }
 * civilFromDay(-1) // { year: 1969, month: 12, dayOfMonth: 31 }
 */
export function civilFromDay(day: number): CivilDate {
  const shifted = requireInteger('day', day) + daysFromEraStart
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1
  const inNextYear = monthsSinceMarch >= 10
  return {
    year: era * 400 + yearOfEra + (inNextYear ? 1 : 0),
    month: monthsSinceMarch + (inNextYear ? -9 : 3),
    dayOfMonth,
  }
}
