import { describe, expect, it } from 'vitest'
import { seededRandom } from '../simulation/seeded-random.ts'
import { associationRules } from './association-rules.ts'
import { basketsFrom } from './baskets.ts'
import { fisherExact } from './fisher-exact.ts'
import { frequentSets } from './frequent-sets.ts'

/** Every set of up to three items, counted basket by basket. */
function everySet(lists: readonly (readonly number[])[], { minCount, maxSize }: { minCount: number; maxSize: number }) {
  const items = [...new Set(lists.flat())].toSorted((one, other) => one - other)
  let level: number[][] = items.map((item) => [item])
  const found = new Map<string, number>()
  for (let size = 1; size <= maxSize; size++) {
    const kept = level.filter((set) => {
      const count = lists.filter((list) => set.every((item) => list.includes(item))).length
      if (count < minCount) return false
      found.set(set.join(' '), count)
      return true
    })
    level = kept.flatMap((set) => items.filter((item) => item > (set.at(-1) ?? 0)).map((item) => [...set, item]))
  }
  return found
}

describe('frequent sets', () => {
  it('are those that counting one by one finds, on random baskets of every density', () => {
    const random = seededRandom(5)
    let total = 0
    for (let round = 0; round < 60; round++) {
      const width = 1 + Math.floor(random() * 10)
      const density = random()
      const lists = Array.from({ length: Math.floor(random() * 40) }, () =>
        Array.from({ length: 2 * width }, (_, index) => index % width).filter(() => random() < density),
      )
      const minCount = 1 + Math.floor(random() * 6)
      const maxSize = 1 + Math.floor(random() * 4)
      const { sets, complete } = frequentSets(basketsFrom(lists), { minCount, maxSize })
      const found = new Map(sets.map(({ items, count }) => [items.join(' '), count]))
      expect(found.size).toBe(sets.length)
      expect(found).toEqual(everySet(lists, { minCount, maxSize }))
      expect(complete).toBe(true)
      total += found.size
    }
    expect(total).toBeGreaterThan(1000)
  })

  it('are cut off and said to be, where there are too many', () => {
    const list = Array.from({ length: 12 }, (_, item) => item)
    const { sets, complete } = frequentSets(basketsFrom([list, list]), { minCount: 2, maxSize: 6, mostSets: 50 })
    expect(sets).toHaveLength(50)
    expect(complete).toBe(false)
  })

  it('are those of the textbook example: nine transactions of Han and Kamber', () => {
    const lists = [
      [1, 2, 5],
      [2, 4],
      [2, 3],
      [1, 2, 4],
      [1, 3],
      [2, 3],
      [1, 3],
      [1, 2, 3, 5],
      [1, 2, 3],
    ]
    const { sets } = frequentSets(basketsFrom(lists), { minCount: 2 })
    const found = sets.map(({ items, count }) => `${items.join('')}:${count}`).toSorted()
    expect(found).toEqual(
      ['1:6', '2:7', '3:6', '4:2', '5:2', '12:4', '13:4', '15:2', '23:4', '24:2', '25:2', '123:2', '125:2'].toSorted(),
    )
  })
})

describe("Fisher's exact test", () => {
  it('gives the one-sided probability of the tea tasting: 17/70 for three of four', () => {
    expect(fisherExact({ trials: 8, first: 4, second: 4, both: 3 })).toBeCloseTo(17 / 70, 14)
    expect(fisherExact({ trials: 8, first: 4, second: 4, both: 4 })).toBeCloseTo(1 / 70, 14)
  })

  it('adds up to one over all that can happen, also for large counts', () => {
    for (const [trials, first, second] of [
      [30, 12, 9],
      [20_000, 700, 450],
    ] as const) {
      const most = Math.min(first, second)
      let sum = 0
      for (let both = 0; both <= most; both++) {
        const above = both === most ? 0 : fisherExact({ trials, first, second, both: both + 1 })
        sum += fisherExact({ trials, first, second, both }) - above
      }
      expect(sum).toBeCloseTo(1, 9)
    }
  })

  it('stays a number where nearly everything meets', () => {
    expect(fisherExact({ trials: 100_000, first: 50_000, second: 50_000, both: 50_000 })).toBe(0)
    expect(fisherExact({ trials: 5, first: 5, second: 5, both: 5 })).toBe(1)
  })
})

it('rules of independent items are seldom significant, those of a planted pair always are', () => {
  let found = 0
  for (let seed = 1; seed <= 8; seed++) {
    const random = seededRandom(seed)
    const lists = Array.from({ length: 1500 }, () => {
      const list = Array.from({ length: 20 }, (_, item) => item).filter(() => random() < 0.15)
      return random() < 0.05 ? [...list, 20, 21] : list
    })
    const { sets } = frequentSets(basketsFrom(lists), { minCount: 15, maxSize: 2 })
    const rules = associationRules(sets, { baskets: lists.length })
    const planted = rules.find(({ from, to }) => from[0] === 20 && to === 21)
    expect(planted).toMatchObject({ confidence: 1, qValue: expect.closeTo(0, 20) })
    found += rules.filter(({ qValue, from, to }) => qValue < 0.05 && to + (from[0] ?? 0) !== 41).length
  }
  // Eight times 380 rules without anything to find: at 5 % each a hundred and fifty would seem to be something.
  expect(found).toBeLessThan(12)
})
