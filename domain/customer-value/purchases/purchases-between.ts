import type { AccountPurchases } from './account-purchases.ts'

/**
 * Days of purchase of some accounts after one day and up to another.
 *
 * @param accounts numbers of the accounts
 */
export function purchasesBetween(
  { offsets, days, bought }: AccountPurchases,
  accounts: Uint32Array,
  period: { readonly after: number; readonly until: number },
): Float64Array {
  const counts = new Float64Array(accounts.length)
  accounts.forEach((account, row) => {
    let count = 0
    for (let entry = (offsets[account + 1] ?? 0) - 1; entry >= (offsets[account] ?? 0); entry--) {
      const day = days[entry] ?? 0
      if (day <= period.after) break
      if (day <= period.until) count += bought[entry] ?? 0
    }
    counts[row] = count
  })
  return counts
}
