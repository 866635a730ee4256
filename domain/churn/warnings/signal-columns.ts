import type { ChurnSignalName } from '@vitalfew/contract/churn.ts'
import type { Conduct } from '../history/read-conduct.ts'
import type { AccountEvents } from './account-events.ts'
import type { PurchaseRisk } from './purchase-risk.ts'

/** The figures of a signal for all accounts; NaN = unknown. */
export interface SignalColumns {
  readonly value: (row: number) => number
  readonly usual: (row: number) => number
}

const unknown = (): number => Number.NaN

/** Where each signal finds its figures. */
export function signalColumns(
  conduct: Conduct,
  { pAlive }: PurchaseRisk,
  { complaints, contractEnds, asOf }: AccountEvents & { readonly asOf: number },
): Record<ChurnSignalName, SignalColumns> {
  const at = (column: Float64Array) => (row: number) => column[row] ?? Number.NaN
  const window = (row: number, [from, to]: readonly [number, number]): number => {
    const days = complaints?.get(conduct.keys[row] ?? 0n)
    const end = conduct.hasLeft[row] === 1 ? (conduct.lastPurchase[row] ?? 0) + 1 : asOf
    return (days ?? []).filter((day) => day >= end - to && day < end - from).length
  }
  const ending = (row: number): number => (contractEnds?.get(conduct.keys[row] ?? 0n) ?? Number.NaN) - asOf
  return {
    silence: { value: at(conduct.silenceDays), usual: at(conduct.cycleDays) },
    fewerOrders: { value: at(conduct.recentPurchases), usual: at(conduct.usualPurchases) },
    shrinkingBasket: { value: at(conduct.recentBasket), usual: at(conduct.usualBasket) },
    fewerCategories: { value: at(conduct.recentCategories), usual: at(conduct.usualCategories) },
    moreReturns: { value: at(conduct.recentReturnRate), usual: at(conduct.usualReturnRate) },
    lowProbability: { value: at(pAlive), usual: unknown },
    complaints:
      complaints === null
        ? { value: unknown, usual: unknown }
        : { value: (row) => window(row, [0, halfYear]), usual: (row) => window(row, [halfYear, 2 * halfYear]) },
    contractEnding: contractEnds === null ? { value: unknown, usual: unknown } : { value: ending, usual: unknown },
  }
}

const halfYear = 182
