import { fewestPurchaseDays } from '@vitalfew/methods/lifecycle/portfolio-cycle.ts'
import { silenceLimit } from '@vitalfew/methods/churn/silence-limit.ts'
import type { Conduct } from '../history/read-conduct.ts'

/** The first day on which the silence of an account had passed its limit when the day began. */
export function leftOn({ purchases, cycleDays, lastPurchase }: Conduct, row: number): number {
  const own = (purchases[row] ?? 0) >= fewestPurchaseDays ? (cycleDays[row] ?? null) : null
  return (lastPurchase[row] ?? 0) + Math.floor(silenceLimit(own)) + 1
}
