import { sampleMedian } from '../trend/sample-median.ts'
import type { AccountItems } from './account-items.ts'
import type { SimilarAccount } from './similar-accounts.ts'

/** Something that accounts like one buy and it does not. */
export interface WhitespaceOffer {
  readonly item: number
  /** Peers looked at, and those of them that buy it, the most similar first. */
  readonly peers: number
  readonly buyers: readonly number[]
  /** Probability that the account would buy it: the share of its peers that do, drawn towards that of all accounts. */
  readonly probability: number
  /** What buyers among its peers spend on it, as a share of all they spend: the median. */
  readonly spendShare: number
  /** Probability × share × what the account spends. */
  readonly expectedValue: number
}

/** The share of all accounts weighs as much as so many peers. */
const priorPeers = 5

/**
 * What accounts like this one buy that it does not, with what that may be worth.
 *
 * @param target the account, and its peers
 * @param options `leastBuyers`: peers that buy the item at least, 3 where absent; `itemShare`: share of all accounts that
 * buys each item; `totals`: what each account spends in all
 * @returns by expected value; only items that peers buy more often than accounts in general
 * @throws RangeError when `leastBuyers` is below 1
 * @example
 * whitespaceOffers(accountItemsFrom([[[0, 10]], [[0, 10], [1, 30]]]), { account: 0, peers: [{ account: 1, similarity: 1 }] }, { leastBuyers: 1, itemShare: [1, 0.5], totals: [10, 40] }).map(({ item, spendShare, expectedValue }) => [item, spendShare, roundDecimals(expectedValue, 6)]) // [[1, 0.75, 4.375]]
 * whitespaceOffers(accountItemsFrom([]), { account: 0, peers: [] }, { leastBuyers: 0, itemShare: [], totals: [] }) // throws RangeError
 */
export function whitespaceOffers(
  data: AccountItems,
  target: { readonly account: number; readonly peers: readonly SimilarAccount[] },
  options: {
    readonly itemShare: ArrayLike<number>
    readonly totals: ArrayLike<number>
    readonly leastBuyers?: number
  },
): WhitespaceOffer[] {
  const { itemShare, totals, leastBuyers = 3 } = options
  if (!(leastBuyers >= 1)) throw new RangeError(`leastBuyers must be at least 1, got ${leastBuyers}`)
  const own = new Set(data.items.subarray(data.offsets[target.account], data.offsets[target.account + 1]))
  const found = new Map<number, { buyers: number[]; shares: number[] }>()
  for (const { account } of target.peers) {
    for (let at = data.offsets[account] ?? 0; at < (data.offsets[account + 1] ?? 0); at++) {
      const item = data.items[at] ?? 0
      const total = totals[account] ?? 0
      if (own.has(item) || total <= 0) continue
      const known = found.get(item) ?? { buyers: [], shares: [] }
      found.set(item, known)
      known.buyers.push(account)
      known.shares.push(Math.max(0, data.amounts[at] ?? 0) / total)
    }
  }
  const peers = target.peers.length
  const spent = Math.max(0, totals[target.account] ?? 0)
  return [...found]
    .flatMap(([item, { buyers, shares }]): WhitespaceOffer[] => {
      const usual = itemShare[item] ?? 0
      if (buyers.length < leastBuyers || buyers.length / peers <= usual) return []
      const probability = (buyers.length + priorPeers * usual) / (peers + priorPeers)
      const spendShare = sampleMedian(shares)
      return [{ item, peers, buyers, probability, spendShare, expectedValue: probability * spendShare * spent }]
    })
    .sort((one, other) => other.expectedValue - one.expectedValue || one.item - other.item)
}
