import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abcClasses } from './abc-classes.ts'
import { compareNames } from './compare-names.ts'
import { cumulativeShare } from './cumulative-share.ts'
import { rankDescending } from './rank-descending.ts'

const measure = fc.oneof(
  fc.integer({ min: -20, max: 200 }),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
  fc.constant(null),
)
const accounts = fc
  .array(measure, { maxLength: 60 })
  .map((values) => values.map((value, i) => ({ name: `account ${i}`, value })))
const cuts = fc
  .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }))
  .map(([a, b]) => ({ firstCut: Math.min(a, b) / 100, secondCut: (Math.max(a, b) + 1) / 100 }))

function columns(rows: readonly { name: string; value: number | null }[]) {
  return { names: rows.map((row) => row.name), values: rows.map((row) => row.value) }
}

describe('abcClasses', () => {
  it('gives a class to exactly the accounts with a measure above 0, and A to the first', () => {
    fc.assert(
      fc.property(accounts, cuts, (rows, cut) => {
        const { names, values } = columns(rows)
        const { classes, cumulativeShares, ranking } = abcClasses(names, values, cut)
        expect(classes.map((each) => each !== null)).toEqual(values.map((value) => (value ?? 0) > 0))
        expect(cumulativeShares.map((each) => each !== null)).toEqual(values.map((value) => (value ?? 0) > 0))
        expect(ranking[0] === undefined ? 'A' : classes[ranking[0]]).toBe('A')
      }),
    )
  })

  it('never falls back to a better class down the ranking', () => {
    fc.assert(
      fc.property(accounts, cuts, (rows, cut) => {
        const { names, values } = columns(rows)
        const { classes, ranking } = abcClasses(names, values, cut)
        const letters = Array.from(ranking, (account) => classes[account] ?? '').join('')
        expect(letters).toMatch(/^A*B*C*$/)
      }),
    )
  })

  it('does not depend on the order of the input', () => {
    const shuffled = accounts.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
    )
    fc.assert(
      fc.property(shuffled, cuts, ([rows, mixed], cut) => {
        const classOf = (order: typeof rows) => {
          const { names, values } = columns(order)
          const { classes, cumulativeShares } = abcClasses(names, values, cut)
          return new Map(names.map((name, i) => [name, [classes[i], cumulativeShares[i]]]))
        }
        expect(classOf(mixed)).toEqual(classOf(rows))
      }),
    )
  })

  it('does not depend on the currency', () => {
    const whole = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(whole, fc.constantFrom(0.01, 7.1234, 1e6), cuts, (values, rate, cut) => {
        const names = values.map((_, i) => String(i).padStart(3, '0'))
        const foreign = values.map((value) => value * rate)
        expect(abcClasses(names, foreign, cut).classes).toEqual(abcClasses(names, values, cut).classes)
      }),
    )
  })

  it('never makes the A class smaller by a later first cut', () => {
    fc.assert(
      fc.property(accounts, cuts, (rows, { firstCut, secondCut }) => {
        const { names, values } = columns(rows)
        const count = (cut: number) =>
          abcClasses(names, values, { firstCut: cut, secondCut }).classes.filter((each) => each === 'A').length
        expect(count(firstCut)).toBeGreaterThanOrEqual(count(firstCut / 2))
      }),
    )
  })
})

describe('rankDescending', () => {
  it('agrees with sorting by the bytes of the names', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 20 }), (names) => {
        const byBytes = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        const ranking = rankDescending(
          names,
          names.map(() => 1),
        )
        expect(Array.from(ranking, (i) => names[i])).toEqual(byBytes)
      }),
    )
  })

  it('puts rare characters after full-width ones, as UTF-8 does', () => {
    expect(['𠮷', 'Ａ', '吉'].sort(compareNames)).toEqual(['吉', 'Ａ', '𠮷'])
    expect(['𠮷', 'Ａ', '吉'].sort()).toEqual(['吉', '𠮷', 'Ａ'])
  })
})

describe('cumulativeShare', () => {
  it('rises to exactly 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), { minLength: 1 }), (values) => {
        const shares = [...cumulativeShare(values)]
        expect(shares.at(-1)).toBe(1)
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
      }),
    )
  })
})
