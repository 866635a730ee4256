import { dayFromIso } from '../calendar/day-from-iso.ts'

export const festivals = ['springFestival', 'qingming', 'dragonBoat', 'midAutumn', 'nationalDay'] as const
export type Festival = (typeof festivals)[number]

export interface FestivalDays {
  readonly festival: Festival
  readonly year: number
  /** The day itself, in days since 1970-01-01. */
  readonly day: number
  /** First day of the weeks before it in which people stock up. */
  readonly before: number
  /** First day of the holiday, and the day after its last. */
  readonly from: number
  readonly to: number
}

const firstYear = 2000
const lastYear = 2050

/** Month and day of the first of the first, the fifth of the fifth and the fifteenth of the eighth month, from 2000 on. */
const lunarDays = {
  springFestival:
    '0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0207 0126 0213 0202 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123',
  dragonBoat:
    '0606 0625 0615 0604 0622 0611 0531 0619 0608 0528 0616 0606 0623 0612 0602 0620 0609 0530 0618 0607 0625 0614 0603 0622 0610 0531 0619 0609 0528 0616 0605 0624 0612 0601 0620 0610 0530 0618 0607 0527 0614 0603 0622 0611 0531 0619 0608 0529 0615 0604 0623',
  midAutumn:
    '0912 1001 0921 0911 0928 0918 1006 0925 0914 1003 0922 0912 0930 0919 0908 0927 0915 1004 0924 0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916 1004 0924 0913 1002 0920 0910 0928 0917 1005 0925 0915 1004 0922 0911 0930',
} as const

/** Days of stocking up before, and of the holiday from the day itself (for Spring Festival from its eve). */
const windows: Readonly<Record<Festival, { readonly before: number; readonly eve: number; readonly holiday: number }>> =
  {
    springFestival: { before: 21, eve: 1, holiday: 8 },
    qingming: { before: 7, eve: 0, holiday: 3 },
    dragonBoat: { before: 7, eve: 0, holiday: 3 },
    midAutumn: { before: 14, eve: 0, holiday: 3 },
    nationalDay: { before: 14, eve: 0, holiday: 7 },
  }

/**
 * The Chinese festivals that touch a span of days, with the weeks before them and their holidays as most years have
 * them; moved working days are not known.
 *
 * @param span days since 1970-01-01, `to` not included; years before 2000 and after 2050 have none
 * @returns by day
 * Source: the Chinese calendar (GB/T 33661-2017), tabulated; for Qingming, when the sun stands at 15°, the usual rule for
 * 2000–2099.
 * @example
 * chineseFestivals({ from: dayFromIso('2024-01-01'), to: dayFromIso('2025-01-01') }).map(({ day }) => isoFromDay(day)) // ['2024-02-10', '2024-04-04', '2024-06-10', '2024-09-17', '2024-10-01']
 * chineseFestivals({ from: 0, to: 365 }) // []
 */
export function chineseFestivals({ from, to }: { readonly from: number; readonly to: number }): FestivalDays[] {
  const found: FestivalDays[] = []
  for (let year = firstYear; year <= lastYear; year++) {
    for (const festival of festivals) {
      const day = dayFromIso(`${year}-${monthAndDay(festival, year)}`)
      const { before, eve, holiday } = windows[festival]
      const days = { before: day - eve - before, from: day - eve, to: day - eve + holiday }
      if (days.to > from && days.before < to) found.push({ festival, year, day, ...days })
    }
  }
  return found.sort((one, other) => one.day - other.day)
}

function monthAndDay(festival: Festival, year: number): string {
  if (festival === 'nationalDay') return '10-01'
  if (festival === 'qingming') {
    const short = year - 2000
    return `04-0${Math.floor(0.2422 * short + 4.81) - Math.floor(short / 4)}`
  }
  const at = (year - firstYear) * 5
  const digits = lunarDays[festival].slice(at, at + 4)
  return `${digits.slice(0, 2)}-${digits.slice(2)}`
}
