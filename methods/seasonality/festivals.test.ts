import { expect, it } from 'vitest'
import { dayFromIso } from '../calendar/day-from-iso.ts'
import { chineseFestivals } from './chinese-festivals.ts'
import { calendarProfile } from './calendar-profile.ts'
import { festivalEffects } from './festival-effects.ts'
import { holidaySpans } from './holiday-spans.ts'

const lunarDate = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
const lunar = { springFestival: '1/1', dragonBoat: '5/5', midAutumn: '8/15' } as const

it('the table is the Chinese calendar of the platform, from 2000 to 2050', () => {
  const known = chineseFestivals({ from: dayFromIso('2000-01-01'), to: dayFromIso('2051-01-01') })
  for (const [festival, written] of Object.entries(lunar)) {
    const days = known.filter((item) => item.festival === festival && item.year <= 2050)
    expect(days).toHaveLength(51)
    for (const { day } of days) expect(lunarDate.format(day * 86_400_000)).toBe(written)
  }
})

it('Qingming falls on published days', () => {
  const days = chineseFestivals({ from: dayFromIso('2000-01-01'), to: dayFromIso('2051-01-01') })
  const qingming = days.filter(({ festival }) => festival === 'qingming').map(({ year, day }) => [year, day])
  const published = ['2003-04-05', '2008-04-04', '2011-04-05', '2016-04-04', '2019-04-05', '2023-04-05', '2024-04-04']
  for (const iso of published) expect(qingming).toContainEqual([Number(iso.slice(0, 4)), dayFromIso(iso)])
})

it('an effect is read back: half in the holiday, twice in the weeks before, through the days of the week', () => {
  const first = dayFromIso('2020-11-01')
  const values = Float64Array.from({ length: 5 * 365 }, (_, i) => ((first + i) % 7 === 2 ? 1 : 10))
  for (const { festival, before, from, to } of chineseFestivals({ from: first, to: first + values.length })) {
    if (festival !== 'springFestival') continue
    for (let day = before; day < to; day++) values[day - first] = (values[day - first] ?? 0) * (day < from ? 2 : 0.5)
  }
  const effects = festivalEffects({ first, values })
  const spring = effects.filter(({ festival }) => festival === 'springFestival')
  expect(spring.map(({ window, ratio, years }) => [window, ratio, years.length])).toEqual([
    ['before', 2, 5],
    ['holiday', 0.5, 5],
  ])
  expect(spring[0]?.lower).toBeCloseTo(2, 9)
  const others = effects.filter(({ festival }) => festival !== 'springFestival')
  for (const { ratio } of others) expect(ratio).toBeCloseTo(1, 9)
})

const daysOf = (name: string, from: string, to: string, isWorked = false) => {
  return { name, from: dayFromIso(from), to: dayFromIso(to) + 1, isWorked }
}

it("a company's own holiday is read back by its name, and what is worked on a day of rest spoils no weekday", () => {
  const first = dayFromIso('2022-02-14')
  const own = [
    ...[2022, 2023, 2024].map((year) => daysOf('stocktaking', `${year}-07-20`, `${year}-07-22`)),
    daysOf('moved', '2023-07-30', '2023-07-30', true),
  ]
  const isIn = (day: number, isWorked: boolean) =>
    own.some((days) => days.isWorked === isWorked && days.from <= day && day < days.to)
  const usual = (day: number) => ((((day + 3) % 7) + 7) % 7 === 6 ? 0 : 10)
  const values = Float64Array.from({ length: 3 * 365 }, (_, i) => {
    const day = first + i
    return isIn(day, true) ? 40 : usual(day) * (isIn(day, false) ? 0.2 : 1)
  })
  const effects = festivalEffects({ first, values, own })
  expect(
    effects.filter(({ festival }) => festival === 'own').map((one) => [one.name, one.window, one.years.length]),
  ).toEqual([
    ['stocktaking', 'before', 3],
    ['stocktaking', 'holiday', 3],
  ])
  for (const { name, window, ratio } of effects) {
    expect(ratio).toBeCloseTo(name === 'stocktaking' && window === 'holiday' ? 0.2 : 1, 9)
  }
  const sundays = (isLeftOut: (day: number) => boolean) =>
    calendarProfile({ first, values, isLeftOut }, 'weekday').map(({ days, index }) => [days, index])[6]
  expect(sundays(() => false)?.[1]).toBeGreaterThan(0)
  expect(sundays((day) => isIn(day, true) || isIn(day, false))).toEqual([154, 0])
})

it('days off that hold a festival are its holiday of that year, without the days that are worked', () => {
  const [from, to] = [dayFromIso('2021-01-01'), dayFromIso('2025-01-01')]
  const own = [daysOf('春节', '2023-01-16', '2023-01-29'), daysOf('moved', '2023-01-28', '2023-01-29', true)]
  const [known, entered] = [holidaySpans({ from, to }, []), holidaySpans({ from, to }, own)]
  const differing = entered.filter((span, i) => JSON.stringify(span) !== JSON.stringify(known[i]))
  expect(differing).toEqual([
    {
      festival: 'springFestival',
      name: '',
      year: 2023,
      before: dayFromIso('2022-12-26'),
      from: dayFromIso('2023-01-16'),
      to: dayFromIso('2023-01-30'),
    },
  ])
  const values = new Float64Array(to - from).fill(3)
  const spring = festivalEffects({ first: from, values, own }).filter((one) => one.festival === 'springFestival')
  expect(spring.map(({ window, years }) => [window, years.find(({ year }) => year === 2023)?.days])).toEqual([
    ['before', 21],
    ['holiday', 12],
  ])
  expect(() => holidaySpans({ from, to }, [{ ...daysOf('x', '2023-01-02', '2023-01-02'), to: from }])).toThrow(
    RangeError,
  )
})
