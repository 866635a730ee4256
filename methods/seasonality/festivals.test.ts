import { expect, it } from 'vitest'
import { dayFromIso } from '../calendar/day-from-iso.ts'
import { chineseFestivals } from './chinese-festivals.ts'
import { festivalEffects } from './festival-effects.ts'

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
