/**
 * Whether an account buys clearly more than before: sales of the last four cycles at least 1.25 times those of the four
 * cycles before, both above 0, and the account known through all eight: against a fragment anything looks like growth.
 *
 * The windows are [asOf − 4c, asOf) and [asOf − 8c, asOf − 4c), their edges rounded to whole days, halves upward. The
 * comparison is exact.
 *
 * @param sales `purchaseDays` and the revenue of the sale lines of each of them in micro-units, equally long
 * @param rhythm `asOf`: days since 1970-01-01; `cycleDays`: usual days between two purchases
 * @example
 * isGrowing({ purchaseDays: [20, 70], purchaseRevenues: [100n, 125n] }, { asOf: 100, cycleDays: 10 }) // true
 * isGrowing({ purchaseDays: [20, 70], purchaseRevenues: [100n, 124n] }, { asOf: 100, cycleDays: 10 }) // false
 * isGrowing({ purchaseDays: [70], purchaseRevenues: [124n] }, { asOf: 100, cycleDays: 10 }) // false
 */
export function isGrowing(
  sales: { readonly purchaseDays: ArrayLike<number>; readonly purchaseRevenues: ArrayLike<bigint> },
  rhythm: { readonly asOf: number; readonly cycleDays: number },
): boolean {
  const { asOf, cycleDays } = rhythm
  const recentFrom = asOf - Math.round(4 * cycleDays)
  const beforeFrom = asOf - Math.round(8 * cycleDays)
  let recent = 0n
  let before = 0n
  for (let i = 0; i < sales.purchaseDays.length; i++) {
    const day = sales.purchaseDays[i] ?? asOf
    const revenue = sales.purchaseRevenues[i] ?? 0n
    if (day >= recentFrom && day < asOf) recent += revenue
    else if (day >= beforeFrom && day < recentFrom) before += revenue
  }
  const firstPurchase = sales.purchaseDays[0] ?? asOf
  return firstPurchase <= beforeFrom && recent > 0n && before > 0n && 4n * recent >= 5n * before
}
