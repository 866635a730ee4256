import type { GroupedHistories } from './group-histories.ts'
import { withLevels } from './purchase-levels.ts'

/**
 * Every n-th customer of grouped histories, so many that about `customers` remain: enough to find where a search should
 * begin.
 *
 * @param histories given back unchanged where they are no more than wanted
 * @param wanted `customers`: about how many to keep
 * @example
 * thinnedHistories(groupHistories(purchaseHistories([1, 2, 3, 4].map((age) => ({ purchases: 0, recency: 0, age })))), { customers: 2 }).customers // 2
 */
export function thinnedHistories(
  histories: GroupedHistories,
  wanted: { readonly customers: number },
): GroupedHistories {
  const stride = Math.ceil(histories.customers / wanted.customers)
  if (stride <= 1) return histories
  const kept = new Float64Array(histories.counts.length)
  const customers = Math.floor((histories.customers - 1) / stride) + 1
  const groups = new Uint32Array(customers)
  const logGaps = histories.customerLogGaps && new Float64Array(customers)
  for (let i = 0; i < customers; i++) {
    const group = histories.groups[i * stride] ?? 0
    groups[i] = group
    kept[group] = (kept[group] ?? 0) + 1
    if (logGaps !== null) logGaps[i] = histories.customerLogGaps?.[i * stride] ?? 0
  }

  const present = Uint32Array.from(kept.keys()).filter((group) => (kept[group] ?? 0) > 0)
  const place = new Uint32Array(kept.length)
  present.forEach((group, at) => (place[group] = at))
  const pick = (column: Float64Array): Float64Array => Float64Array.from(present, (group) => column[group] ?? 0)
  return {
    ...withLevels({
      purchases: pick(histories.purchases),
      recency: pick(histories.recency),
      age: pick(histories.age),
    }),
    counts: pick(kept),
    groups: groups.map((group) => place[group] ?? 0),
    customers,
    customerLogGaps: logGaps,
  }
}
