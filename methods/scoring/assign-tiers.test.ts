import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScoredAccounts, Tier } from './assign-tiers.ts'
import { assignTiers } from './assign-tiers.ts'

/** n accounts whose scores fall from first to last, none of them large. */
function portfolio(accounts: number): ScoredAccounts {
  const rows = Array.from({ length: accounts }, (_, i) => i)
  return {
    names: rows.map((i) => `account ${i}`),
    scores: rows.map((i) => 100 - (100 * i) / accounts),
    netRevenues: rows.map(() => 10),
  }
}

function count(tiers: readonly Tier[]) {
  const of = (tier: Tier) => tiers.filter((each) => each === tier).length
  return [of('key'), of('strategic'), of('ordinary')]
}

const accounts = fc
  .array(
    fc.record({
      score: fc.integer({ min: 0, max: 20 }).map((step) => step * 5),
      netRevenue: fc.integer({ min: -10, max: 500 }),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((rows) => ({
    names: rows.map((_, i) => `account ${String(i).padStart(3, '0')}`),
    scores: rows.map((row) => row.score),
    netRevenues: rows.map((row) => row.netRevenue),
  }))

describe('assignTiers', () => {
  it.each([
    [100, [5, 10, 85]],
    [251, [6, 21, 224]], // ceil(5.02), ceil(20.08)
    [300, [6, 24, 270]],
    [5000, [100, 400, 4500]],
    [6000, [100, 400, 5500]],
  ])('of %d accounts', (size, expected) => {
    expect(count(assignTiers(portfolio(size)).tiers)).toEqual(expected)
  })

  it.each([3, 12, 20])('of %d accounts, each of at least 5 %%, makes all of them key', (size) => {
    const { tiers, tooLargeToLose } = assignTiers(portfolio(size))
    expect(count(tiers)).toEqual([size, 0, 0])
    expect(tooLargeToLose.filter(Boolean)).toHaveLength(Math.max(0, size - 5))
  })

  it('makes a large account key at nobody else’s cost', () => {
    const small = portfolio(100)
    const names = [...small.names, 'giant']
    const scores = [...Array.from(small.scores), 0]
    const large = { names, scores, netRevenues: [...Array.from(small.netRevenues), 53] } // 53 / 1053 ≥ 5 %
    expect(assignTiers(large).tiers.at(-1)).toBe('key')
    expect(assignTiers(large).tooLargeToLose.at(-1)).toBe(true)
    expect(count(assignTiers(large).tiers)).toEqual([6, 10, 85])
    const notQuite = { names, scores, netRevenues: [...Array.from(small.netRevenues), 52] }
    expect(assignTiers(notQuite).tiers.at(-1)).toBe('ordinary')
  })

  it('takes scores that differ by rounding only as equal', () => {
    const { ranking } = assignTiers({ names: ['a', 'b'], scores: [30.000000000000004, 30], netRevenues: [1, 2] })
    expect([...ranking]).toEqual([1, 0])
  })

  it('ranks exactly the accounts with net revenue; the others are ordinary', () => {
    fc.assert(
      fc.property(accounts, (each) => {
        const { tiers, ranking } = assignTiers(each)
        const withRevenue = each.netRevenues.flatMap((revenue, i) => (revenue > 0 ? [i] : []))
        expect([...ranking].sort((a, b) => a - b)).toEqual(withRevenue)
        const others = tiers.filter((_, i) => !withRevenue.includes(i))
        expect(others.every((tier) => tier === 'ordinary')).toBe(true)
      }),
    )
  })

  it('is nested: apart from the large, no account stands below one it outranks', () => {
    fc.assert(
      fc.property(accounts, (each) => {
        const { tiers, tooLargeToLose, ranking } = assignTiers(each)
        const letters = [...ranking].filter((i) => !tooLargeToLose[i]).map((i) => (tiers[i] ?? '').charAt(0))
        expect(letters.join('')).toMatch(/^k*s*o*$/)
      }),
    )
  })

  it('does not demote an account whose score rises', () => {
    const order: Tier[] = ['ordinary', 'strategic', 'key']
    fc.assert(
      fc.property(accounts, fc.nat(119), (each, pick) => {
        const account = pick % each.names.length
        const raised = { ...each, scores: each.scores.map((score, i) => (i === account ? score + 5 : score)) }
        const tierOf = (all: ScoredAccounts) => order.indexOf(assignTiers(all).tiers[account] ?? 'ordinary')
        expect(tierOf(raised)).toBeGreaterThanOrEqual(tierOf(each))
      }),
    )
  })

  it('names what it cannot work with', () => {
    expect(() => assignTiers({ names: ['a'], scores: [Number.NaN], netRevenues: [1] })).toThrow(
      'scores[0] must be a finite number',
    )
    expect(() => assignTiers({ names: ['a'], scores: [1], netRevenues: [] })).toThrow(
      'netRevenues.length must be 1, got 0',
    )
    expect(assignTiers({ names: [], scores: [], netRevenues: [] }).tiers).toEqual([])
  })
})
