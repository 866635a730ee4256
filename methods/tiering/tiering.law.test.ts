import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesByCapacity } from './places-by-capacity.ts'
import { rankAccounts } from './rank-accounts.ts'
import { scoreToEnter } from './score-to-enter.ts'
import { settleTiers } from './settle-tiers.ts'
import { tierMigration } from './tier-migration.ts'
import { tiersByPlaces } from './tiers-by-places.ts'
import { tiersByThreshold } from './tiers-by-threshold.ts'

const score = fc.integer({ min: 0, max: 100 }).map((each) => each / 100)
const entry = [0.8, 0.5]
const exit = [0.7, 0.4]

function days(scores: readonly number[], minimumStay?: { readonly days: number; readonly holds: 'down' | 'any' }) {
  let previous: ReturnType<typeof settleTiers> | null = null
  return scores.map((each, day) => {
    const change = {
      entry: tiersByThreshold([each], entry),
      exit: tiersByThreshold([each], exit),
      previous,
      asOfDay: day,
    }
    previous = settleTiers(minimumStay === undefined ? change : { ...change, minimumStay })
    return previous.tiers[0] ?? 255
  })
}

describe('settleTiers', () => {
  it('never flaps on a constant score, whatever went before', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), score, (before, constant) => {
        const tail = days([...before, ...Array.from({ length: 5 }, () => constant)]).slice(before.length)
        expect(new Set(tail).size).toBe(1)
      }),
    )
  })

  it('keeps a tier while the score wanders between exit and entry', () => {
    const band = fc.integer({ min: 70, max: 79 }).map((each) => each / 100)
    fc.assert(
      fc.property(fc.array(band, { minLength: 1 }), (wandering) => {
        expect(new Set(days([0.9, ...wandering]))).toEqual(new Set([0]))
        expect(new Set(days([0.6, ...wandering]))).toEqual(new Set([1]))
      }),
    )
  })

  it('is the plain tier where there was none', () => {
    fc.assert(
      fc.property(fc.array(score), (scores) => {
        const plain = tiersByThreshold(scores, entry)
        const { tiers } = settleTiers({
          entry: plain,
          exit: tiersByThreshold(scores, exit),
          previous: null,
          asOfDay: 0,
        })
        expect([...tiers]).toEqual([...plain])
      }),
    )
  })

  it('is never better than exit nor worse than entry allows, and holds no tier longer than the stay', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), fc.integer({ min: 0, max: 5 }), (scores, stay) => {
        const tiers = days(scores, { days: stay, holds: 'down' })
        tiers.forEach((tier, day) => {
          const enters = tiersByThreshold([scores[day] ?? 0], entry)[0] ?? 0
          expect(tier).toBeLessThanOrEqual(enters)
          const held = tiers.slice(Math.max(0, day - stay), day).includes(tier)
          const stays = tiersByThreshold([scores[day] ?? 0], exit)[0] ?? 0
          expect(held || tier >= stays).toBe(true)
        })
      }),
    )
  })

  it('holds for the minimum stay, but not against a gate', () => {
    expect(days([0.9, 0.1, 0.1, 0.1, 0.1], { days: 3, holds: 'down' })).toEqual([0, 0, 0, 2, 2])
    expect(days([0.1, 0.9, 0.9], { days: 2, holds: 'any' })).toEqual([2, 2, 0])
    expect(days([0.9, Number.NaN, 0.75], { days: 3, holds: 'down' })).toEqual([0, 255, 1])
  })
})

describe('ranks', () => {
  it('do not depend on the order of the input where names decide', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 30 }), fc.integer(), (scores, turn) => {
        const names = scores.map((_, i) => `客户${String(i).padStart(2, '0')}`)
        const shift = ((turn % scores.length) + scores.length) % scores.length
        const moved = scores.map((_, i) => (i + shift) % scores.length)
        const plain = [...rankAccounts(scores, { names })].map((i) => names[i])
        const pick = <Item>(items: readonly Item[]): Item[] => moved.flatMap((i) => items.slice(i, i + 1))
        const turned = [...rankAccounts(pick(scores), { names: pick(names) })].map((i) => pick(names)[i])
        expect(turned).toEqual(plain)
      }),
    )
  })

  it('take the larger figure, then the name; unknown figures last', () => {
    const ties = { figures: [[1, Number.NaN, 2, 1]], names: ['b', 'x', 'y', 'a'] }
    expect([...rankAccounts([0.3, 0.1 + 0.2, 0.3, 0.3], ties)]).toEqual([2, 3, 0, 1])
  })

  it('let in exactly whoever reaches the score to enter', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        (scores, places) => {
          const ranking = rankAccounts(scores)
          const last = ranking.at(-1) ?? 0
          fc.pre(places < scores.length)
          const needed = scoreToEnter(scores, { ranking, places })
          const raised = scores.map((each, i) => (i === last ? needed : each))
          const tiers = tiersByPlaces(rankAccounts(raised), { accounts: scores.length, places: [places] })
          expect(tiers[last]).toBe(0)
        },
      ),
    )
  })

  it('spend a capacity and no more, and pass nobody over', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 40 }), (need, capacity) => {
        const ranking = need.map((_, i) => i)
        const [places = 0] = placesByCapacity(ranking, [{ capacity, need }])
        const spent = (count: number): number => need.slice(0, count).reduce((sum, each) => sum + each, 0)
        expect(spent(places)).toBeLessThanOrEqual(capacity)
        expect(places === need.length || spent(places + 1) > capacity).toBe(true)
      }),
    )
  })
})

describe('tierMigration', () => {
  const run = fc.uniqueArray(fc.integer({ min: 0, max: 20 }).map(String), { maxLength: 15 }).chain((accounts) =>
    fc.record({
      accounts: fc.constant(accounts),
      tiers: fc
        .array(fc.constantFrom(0, 1, 2, 255), { minLength: accounts.length, maxLength: accounts.length })
        .map((tiers) => Uint8Array.from(tiers)),
      amounts: fc.array(fc.integer({ min: -9, max: 99 }), { minLength: accounts.length, maxLength: accounts.length }),
    }),
  )
  it('holds every account once and all money of both runs', () => {
    fc.assert(
      fc.property(run, run, (before, after) => {
        const cells = tierMigration(before, after, { tiers: 3 }).cells.flat()
        const sum = (values: readonly number[]): number => values.reduce((whole, each) => whole + each, 0)
        expect(sum(cells.map((cell) => cell.accounts))).toBe(new Set([...before.accounts, ...after.accounts]).size)
        expect(sum(cells.map((cell) => cell.amountBefore))).toBe(sum(before.amounts))
        expect(sum(cells.map((cell) => cell.amountAfter))).toBe(sum(after.amounts))
      }),
    )
  })
})
