import type { ChurnRate } from '@vitalfew/contract/churn.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'

/** A churn rate with its limits. */
export function churnRate(counts: Pick<ChurnRate, 'accounts' | 'left' | 'wonBack' | 'revenueLost'>): ChurnRate {
  const { accounts, left } = counts
  return { ...counts, rate: accounts === 0 ? 0 : left / accounts, ...wilsonInterval(left, accounts) }
}
