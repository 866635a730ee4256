import type { WarningBacktest } from '@vitalfew/contract/churn.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'

/** What was said of one account, or contract, on a past day, and what came. */
export interface PastWarning {
  readonly warned: boolean
  readonly left: boolean
  /** The lowest first: whom a list without a model would begin with. */
  readonly naiveOrder: number
}

/** How the warnings of one past day did, beside a list of the same length made without a model. */
export function warningResult(past: readonly PastWarning[]): Omit<WarningBacktest, 'asOf' | 'until'> {
  const lost = (some: readonly PastWarning[]): number => some.filter(({ left }) => left).length
  const given = past.filter(({ warned }) => warned)
  const naive = past.toSorted((one, other) => one.naiveOrder - other.naiveOrder).slice(0, given.length)
  const [accounts, left, warned, correct] = [past.length, lost(past), given.length, lost(given)]
  const limits = warned > 0 ? wilsonInterval(correct, warned) : null
  return {
    accounts,
    left,
    warned,
    correct,
    precision: warned > 0 ? correct / warned : null,
    precisionLower: limits?.lower ?? null,
    precisionUpper: limits?.upper ?? null,
    recall: left > 0 ? correct / left : null,
    lift: warned > 0 && left > 0 ? correct / warned / (left / accounts) : null,
    naivePrecision: warned > 0 ? lost(naive) / warned : null,
  }
}
