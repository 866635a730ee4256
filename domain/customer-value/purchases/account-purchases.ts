/**
 * What accounts did day by day, as columns in memory that threads share: the entries of account i stand from
 * `offsets[i]` to `offsets[i + 1]`, in the order of their days. A day with sales or returns is one entry.
 */
export interface AccountPurchases {
  /** Ascending. */
  readonly keys: BigUint64Array
  /** One more than there are accounts. */
  readonly offsets: Uint32Array
  /** Days since 1970-01-01. */
  readonly days: Int32Array
  /** 1 on a day of purchase, 0 where there were only returns. */
  readonly bought: Uint8Array
  /** What the day brought: sales less returns, or their profit. */
  readonly amounts: Float64Array
}

/** Room for so many accounts and entries. */
export function emptyPurchases(accounts: number, entries: number): AccountPurchases {
  return {
    keys: new BigUint64Array(new SharedArrayBuffer(8 * accounts)),
    offsets: new Uint32Array(new SharedArrayBuffer(4 * (accounts + 1))),
    days: new Int32Array(new SharedArrayBuffer(4 * entries)),
    bought: new Uint8Array(new SharedArrayBuffer(entries)),
    amounts: new Float64Array(new SharedArrayBuffer(8 * entries)),
  }
}
