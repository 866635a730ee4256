import { expect, it } from 'vitest'
import { seededRandom } from '../simulation/seeded-random.ts'
import { accountItemsFrom } from './account-items.ts'
import { similarAccounts } from './similar-accounts.ts'
import { whitespaceOffers } from './whitespace-offers.ts'

it('similarity is the cosine by its definition, for every pair of random accounts', () => {
  const random = seededRandom(3)
  const lists = Array.from({ length: 40 }, () =>
    Array.from({ length: 12 }, (_, item) => [item, 1] as const).filter(() => random() < 0.3),
  )
  const find = similarAccounts(accountItemsFrom(lists), { peers: 1000, leastShared: 1 })
  const sets = lists.map((list) => new Set(list.map(([item]) => item)))
  const weight = (item: number): number => Math.log(sets.length / sets.filter((set) => set.has(item)).length)
  let pairs = 0
  sets.forEach((set, account) => {
    const expected = sets.flatMap((other, peer) => {
      const dot = [...set].filter((item) => other.has(item)).reduce((sum, item) => sum + weight(item) ** 2, 0)
      const norm = (items: Set<number>) => Math.sqrt([...items].reduce((sum, item) => sum + weight(item) ** 2, 0))
      return peer === account || dot === 0 ? [] : [[peer, dot / norm(set) / norm(other)] as const]
    })
    const found = new Map(find(account).map((item) => [item.account, item.similarity]))
    expect(found.size).toBe(expected.length)
    for (const [peer, similarity] of expected) expect(found.get(peer)).toBeCloseTo(similarity, 12)
    pairs += expected.length
  })
  expect(pairs).toBeGreaterThan(500)
})

it('offers what a planted group buys and one of it does not, and nothing that all buy alike', () => {
  const group = Array.from({ length: 12 }, () => [0, 1, 2, 3].map((item) => [item, 25] as const))
  const others = Array.from({ length: 60 }, (_, i) => [[4 + (i % 3), 50] as const, [7, 50] as const])
  const lists = [[0, 1, 2].map((item) => [item, 100] as const), ...group, ...others]
  const data = accountItemsFrom(lists)
  const peers = similarAccounts(data, { peers: 10 })(0)
  expect(peers.map(({ account }) => account)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const itemShare = Array.from(
    { length: data.itemCount },
    (_, item) => lists.filter((list) => list.some(([own]) => own === item)).length / lists.length,
  )
  const totals = lists.map((list) => list.reduce((sum, [, amount]) => sum + amount, 0))
  const offers = whitespaceOffers(data, { account: 0, peers }, { itemShare, totals })
  expect(offers.map(({ item }) => item)).toEqual([3])
  expect(offers[0]).toMatchObject({ peers: 10, spendShare: 0.25 })
  expect(offers[0]?.expectedValue).toBeCloseTo(((10 + 5 * (12 / 73)) / 15) * 0.25 * 300, 9)
})
