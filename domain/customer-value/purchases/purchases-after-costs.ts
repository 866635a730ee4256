import type { CostsCounted } from '@vitalfew/contract/customer-value.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { AccountCosts } from '../../imports/index.ts'
import type { AccountPurchases } from './account-purchases.ts'

const longestMonth = 31

/**
 * Lowers what purchases brought by what the account cost, so that profit becomes contribution: each purchase of an account
 * costs what one did on average in the months of which costs are known. Where an account did not buy in these, its costs
 * are spread over all its purchases; of one that never bought nothing is expected, and nothing is lowered.
 *
 * @returns how many accounts' purchases were lowered, and the days of the first and the last posting
 */
export function lowerByCosts(purchases: AccountPurchases, costs: readonly AccountCosts[]): CostsCounted {
  const firstDay = costs.flatMap((cost) => cost.firstDay ?? []).toSorted()[0] ?? null
  const lastDay =
    costs
      .flatMap((cost) => cost.lastDay ?? [])
      .toSorted()
      .at(-1) ?? null
  const known = {
    from: firstDay === null ? -Infinity : dayFromIso(firstDay),
    // A posting stands for the month it is of, by whatever day of it.
    until: lastDay === null ? Infinity : dayFromIso(lastDay) + longestMonth,
  }
  const costOf = new Map(costs.map((cost) => [BigInt(cost.accountKey), cost.costToServe + cost.costOfReceivables]))
  let accounts = 0
  purchases.keys.forEach((key, account) => {
    const cost = costOf.get(key) ?? 0
    if (cost !== 0 && lowerOne(purchases, { account, cost, known })) accounts++
  })
  return { accounts, firstDay, lastDay }
}

function lowerOne(
  { offsets, days, bought, amounts }: AccountPurchases,
  of: { readonly account: number; readonly cost: number; readonly known: { from: number; until: number } },
): boolean {
  const [start, end] = [offsets[of.account] ?? 0, offsets[of.account + 1] ?? 0]
  let [inside, all] = [0, 0]
  for (let at = start; at < end; at++) {
    if (bought[at] === 0) continue
    const day = days[at] ?? 0
    all++
    if (day >= of.known.from && day < of.known.until) inside++
  }
  if (all === 0) return false
  const each = of.cost / (inside || all)
  for (let at = start; at < end; at++) if (bought[at] === 1) amounts[at] = (amounts[at] ?? 0) - each
  return true
}
