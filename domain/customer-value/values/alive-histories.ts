import type { AliveHistory } from '@vitalfew/contract/customer-value.ts'
import { customerLikelihoods } from '@vitalfew/methods/buy-till-you-die/customer-likelihoods.ts'
import { purchaseHistories } from '@vitalfew/methods/buy-till-you-die/purchase-histories.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { summarizePurchases } from '@vitalfew/methods/buy-till-you-die/summarize-purchases.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'

const mostPoints = 120

/** An account and the days on which it bought. */
export interface AccountDays {
  readonly account: string
  readonly accountName: string
  /** Ascending. */
  readonly purchaseDays: readonly number[]
}

/** How likely each account was still a customer on evenly spaced days and around each purchase. */
export function aliveHistories(
  parameters: PurchaseParameters,
  accounts: readonly AccountDays[],
  observed: { readonly until: number; readonly unitDays: number },
): AliveHistory[] {
  const { until, unitDays } = observed
  return accounts.map(({ account, accountName, purchaseDays }) => {
    const known = purchaseDays.filter((day) => day <= until)
    const shown = pointDays(known, until)
    const histories = shown.flatMap((day) => summarizePurchases(known, { until: day, unit: unitDays }) ?? [])
    const alive = customerLikelihoods(parameters, purchaseHistories(histories)).aliveProbabilities
    return {
      account,
      accountName,
      points: shown.map((day, i) => ({ day: isoFromDay(day), pAlive: alive[i] ?? 0 })),
      purchaseDays: known.map(isoFromDay),
    }
  })
}

/** Even days from the first purchase to the end, and the day before and of every purchase, where the curve jumps. */
function pointDays(purchases: readonly number[], until: number): number[] {
  const [first] = purchases
  if (first === undefined) return []
  const step = Math.max(1, Math.ceil((until - first) / mostPoints))
  const days = new Set([until])
  for (let day = first; day < until; day += step) days.add(day)
  for (const day of purchases) {
    days.add(day)
    if (day > first) days.add(day - 1)
  }
  return [...days].toSorted((a, b) => a - b)
}
