import { studentQuantile } from '../special-functions/student-quantile.ts'
import { chineseFestivals, type Festival, festivals } from './chinese-festivals.ts'

export interface FestivalYear {
  readonly year: number
  /** Days of the window that the data covers. */
  readonly days: number
  readonly seen: number
  /** What the same weekdays of the weeks around it, outside festivals, would have given. */
  readonly expected: number
}

export interface FestivalEffect {
  readonly festival: Festival
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
 *
 * @param days `first`: day since 1970-01-01 of the first value
 * @param days.values one for each day, 0 where nothing happened
 * @returns only windows seen in full at least once with anything to expect
 * @throws RangeError when `first` is not an integer
 * @example
 * festivalEffects({ first: dayFromIso('2023-06-01'), values: Array(300).fill(2) }).every(({ ratio }) => ratio === 1) // true
 * festivalEffects({ first: 0.5, values: [] }) // throws RangeError
 */
export function festivalEffects({
  first,
  values,
}: {
  readonly first: number
  readonly values: ArrayLike<number>
}): FestivalEffect[] {
  if (!Number.isInteger(first)) throw new RangeError(`first must be an integer, got ${first}`)
  const end = first + values.length
  const known = chineseFestivals({ from: first, to: end })
  const isFestive = new Uint8Array(values.length)
  for (const { before, to } of known) isFestive.fill(1, Math.max(0, before - first), Math.max(0, to - first))
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
  return festivals.flatMap((festival) =>
    (['before', 'holiday'] as const).flatMap((window) => {
      const years = known
        .filter((item) => item.festival === festival)
        .flatMap((item): FestivalYear[] => {
          const [from, to] = window === 'before' ? [item.before, item.from] : [item.from, item.to]
          if (from < first || to > end) return []
          let [seen, expected] = [0, 0]
          for (let day = from; day < to; day++) {
            seen += values[day - first] ?? 0
            expected += expectedOn(day)
          }
          return expected > 0 ? [{ year: item.year, days: to - from, seen, expected }] : []
        })
      return years.length === 0 ? [] : [{ festival, window, years, ...ratioOf(years) }]
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
