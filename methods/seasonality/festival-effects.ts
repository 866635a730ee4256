import { studentQuantile } from '../special-functions/student-quantile.ts'
import { type Festival, festivals } from './chinese-festivals.ts'
import { holidaySpans, type OwnDays } from './holiday-spans.ts'

export interface FestivalYear {
  readonly year: number
  /** Days of the window that the data covers. */
  readonly days: number
  readonly seen: number
  /** What the same weekdays of the weeks around it, outside festivals, would have given. */
  readonly expected: number
}

export interface FestivalEffect {
  readonly festival: Festival | 'own'
  /** What a holiday of one's own is called; empty for a festival. */
  readonly name: string
  readonly window: 'before' | 'holiday'
  readonly years: readonly FestivalYear[]
  /** All that was seen by all that was expected. */
  readonly ratio: number
  /** 95 % limits from how years differ; null for fewer than three years. */
  readonly lower: number | null
  readonly upper: number | null
}

const around = 56

/**
 * What festivals do to a figure day by day: what was seen in the weeks before and in the holiday, by what the same
 * weekdays up to eight weeks before and after would have given. Windows that the data covers only in part are left out.
 * Days on which people work instead of resting are neither part of a holiday nor like other days of their weekday.
 *
 * @param days `first`: day since 1970-01-01 of the first value
 * @param days.values one for each day, 0 where nothing happened
 * @param days.own a company's own calendar, none where absent
 * @returns only windows seen in full at least once with anything to expect
 * @throws RangeError when `first` is not an integer
 * @example
 * festivalEffects({ first: dayFromIso('2023-06-01'), values: Array(300).fill(2) }).every(({ ratio }) => ratio === 1) // true
 * festivalEffects({ first: 0.5, values: [] }) // throws RangeError
 */
export function festivalEffects({
  first,
  values,
  own = [],
}: {
  readonly first: number
  readonly values: ArrayLike<number>
  readonly own?: readonly OwnDays[]
}): FestivalEffect[] {
  if (!Number.isInteger(first)) throw new RangeError(`first must be an integer, got ${first}`)
  const end = first + values.length
  const known = holidaySpans({ from: first, to: end }, own)
  const worked = own.filter(({ isWorked }) => isWorked)
  const isFestive = new Uint8Array(values.length)
  for (const { before: from, to } of [...known, ...worked.map((days) => ({ ...days, before: days.from }))]) {
    isFestive.fill(1, Math.max(0, from - first), Math.max(0, to - first))
  }
  const isWorkedOn = (day: number): boolean => worked.some(({ from, to }) => from <= day && day < to)
  const expectedOn = (day: number): number => {
    let [sum, count] = [0, 0]
    for (let shift = -around; shift <= around; shift += 7) {
      const at = day + shift - first
      if (shift === 0 || at < 0 || at >= values.length || isFestive[at] === 1) continue
      sum += values[at] ?? 0
      count++
    }
    return count === 0 ? Number.NaN : sum / count
  }
  const names = new Set(known.filter(({ festival }) => festival === 'own').map(({ name }) => name))
  const holidays = [
    ...festivals.map((festival) => ({ festival, name: '' })),
    ...[...names].map((name) => ({ festival: 'own' as const, name })),
  ]
  return holidays.flatMap(({ festival, name }) =>
    (['before', 'holiday'] as const).flatMap((window) => {
      const years = known
        .filter((item) => item.festival === festival && item.name === name)
        .flatMap((item): FestivalYear[] => {
          const [from, to] = window === 'before' ? [item.before, item.from] : [item.from, item.to]
          if (from < first || to > end) return []
          let [seen, expected] = [0, 0]
          let days = 0
          for (let day = from; day < to; day++) {
            if (isWorkedOn(day)) continue
            days++
            seen += values[day - first] ?? 0
            expected += expectedOn(day)
          }
          return expected > 0 ? [{ year: item.year, days, seen, expected }] : []
        })
      return years.length === 0 ? [] : [{ festival, name, window, years, ...ratioOf(years) }]
    }),
  )
}

function ratioOf(years: readonly FestivalYear[]): Pick<FestivalEffect, 'ratio' | 'lower' | 'upper'> {
  const seen = years.reduce((sum, year) => sum + year.seen, 0)
  const expected = years.reduce((sum, year) => sum + year.expected, 0)
  const logs = years.filter((year) => year.seen > 0).map((year) => Math.log(year.seen / year.expected))
  if (logs.length < 3 || logs.length < years.length) return { ratio: seen / expected, lower: null, upper: null }
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1)
  const half = studentQuantile(0.975, logs.length - 1) * Math.sqrt(variance / logs.length)
  return { ratio: seen / expected, lower: Math.exp(mean - half), upper: Math.exp(mean + half) }
}
