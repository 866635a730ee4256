import type { AccountItems } from './account-items.ts'

export interface SimilarAccount {
  readonly account: number
  /** Cosine of what both buy, rare items counting more; from 0 to 1. */
  readonly similarity: number
}

/** Finds the accounts most like one, over and over. */
export type SimilarAccounts = (account: number) => SimilarAccount[]

/**
 * A way to find the accounts that buy most like a given one: cosine of the sets of items, each weighed by
 * log(accounts / buyers), so that what everybody buys says nothing.
 *
 * @param options `peers`: how many at most; `leastShared`: items in common at least, 2 where absent
 * @returns a function; its answers are by similarity, then by number of account
 * @throws RangeError when `peers` is below 1
 * Source: Salton and Buckley 1988 for the weights; Sarwar, Karypis, Konstan and Riedl 2001 for peers by purchases.
 * @example
 * similarAccounts(accountItemsFrom([[[0, 1], [1, 1]], [[0, 1], [1, 1]], [[2, 1]]]), { peers: 5 })(0).map(({ account, similarity }) => [account, roundDecimals(similarity, 9)]) // [[1, 1]]
 * similarAccounts(accountItemsFrom([]), { peers: 0 }) // throws RangeError
 */
export function similarAccounts(
  data: AccountItems,
  { peers, leastShared = 2 }: { readonly peers: number; readonly leastShared?: number },
): SimilarAccounts {
  if (!(peers >= 1)) throw new RangeError(`peers must be at least 1, got ${peers}`)
  const accounts = data.offsets.length - 1
  const index = buyersOf(data)
  const weights = Float64Array.from({ length: data.itemCount }, (_, item) => {
    const buyers = (index.offsets[item + 1] ?? 0) - (index.offsets[item] ?? 0)
    return buyers === 0 ? 0 : Math.log(accounts / buyers) ** 2
  })
  const norms = Float64Array.from({ length: accounts }, (_, account) => {
    let sum = 0
    for (let at = data.offsets[account] ?? 0; at < (data.offsets[account + 1] ?? 0); at++) {
      sum += weights[data.items[at] ?? 0] ?? 0
    }
    return Math.sqrt(sum)
  })
  const [products, shared] = [new Float64Array(accounts), new Uint32Array(accounts)]
  return (account) => {
    const touched: number[] = []
    for (let at = data.offsets[account] ?? 0; at < (data.offsets[account + 1] ?? 0); at++) {
      const item = data.items[at] ?? 0
      const weight = weights[item] ?? 0
      for (let i = index.offsets[item] ?? 0; i < (index.offsets[item + 1] ?? 0); i++) {
        const other = index.accounts[i] ?? 0
        if (other === account) continue
        if ((shared[other] ?? 0) === 0) touched.push(other)
        shared[other] = (shared[other] ?? 0) + 1
        products[other] = (products[other] ?? 0) + weight
      }
    }
    const own = norms[account] ?? 0
    const found = touched.flatMap((other): SimilarAccount[] => {
      const similarity = (products[other] ?? 0) / (own * (norms[other] ?? 0))
      const isLike = (shared[other] ?? 0) >= leastShared && similarity > 0
      products[other] = 0
      shared[other] = 0
      return isLike ? [{ account: other, similarity }] : []
    })
    return found.sort((one, other) => other.similarity - one.similarity || one.account - other.account).slice(0, peers)
  }
}

/** The accounts that buy each item. */
function buyersOf({ offsets, items, itemCount }: AccountItems): { offsets: Uint32Array; accounts: Uint32Array } {
  const starts = new Uint32Array(itemCount + 1)
  for (const item of items) starts[item + 1] = (starts[item + 1] ?? 0) + 1
  for (let item = 0; item < itemCount; item++) starts[item + 1] = (starts[item + 1] ?? 0) + (starts[item] ?? 0)
  const next = starts.slice()
  const accounts = new Uint32Array(items.length)
  for (let account = 0; account + 1 < offsets.length; account++) {
    for (let at = offsets[account] ?? 0; at < (offsets[account + 1] ?? 0); at++) {
      const item = items[at] ?? 0
      accounts[next[item] ?? 0] = account
      next[item] = (next[item] ?? 0) + 1
    }
  }
  return { offsets: starts, accounts }
}
