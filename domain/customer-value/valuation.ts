import type { CustomerValue, TimeUnit, ValueModelName } from '@vitalfew/contract/customer-value.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { RhythmParameters } from '@vitalfew/methods/purchase-rhythm/fit-rhythm.ts'
import type { HoldoutOrigin } from './backtest/holdout-origins.ts'
import type { Estimated } from './fitting/fit-tasks.ts'
import type { AccountPurchases } from './purchases/account-purchases.ts'
import type { Observation } from './purchases/known-histories.ts'
import type { ValueColumns } from './values/value-columns.ts'

/** How customers are to be valued. */
export interface ValueSettings {
  readonly unit: TimeUnit
  readonly horizonMonths: number
  /** Per year, a fraction. */
  readonly discount: number
  /** Share of revenue that is earned; where absent, known profit is counted, else all revenue. */
  readonly margin?: number | undefined
  /** `auto` compares the models that suit, `all` lists every one; a name settles it. */
  readonly model: 'auto' | 'all' | Exclude<ValueModelName, 'gamma-gamma'>
  /** ISO days of the split; chosen where absent. */
  readonly calibrateUntil?: string | undefined
  readonly holdoutUntil?: string | undefined
  /** Days on which nothing was sold above zero are no purchases. */
  readonly positiveOnly: boolean
  /** Whether the first purchase says what later ones are worth. */
  readonly firstSpendCounts: boolean
  readonly locale: Locale
  readonly currency: string
}

/** Days in each unit of time. */
export const unitDays: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 30.4375 }

/** Customers valued: the summary for people, and what others go on computing with. */
export interface Valuation {
  readonly summary: CustomerValue
  readonly purchases: AccountPurchases
  /** The last day known, and how histories are taken: {@link knownHistories} with another `until` gives a past day's. */
  readonly observation: Observation
  /** The model of purchases fitted on all that is known; also where a baseline was chosen. Null where none fits. */
  readonly model: Estimated<PurchaseParameters> | null
  readonly rhythm: RhythmParameters | null
  /** Splits of the back-test, the latest first. */
  readonly origins: readonly HoldoutOrigin[]
  /** The figures of the accounts, in parts. */
  readonly columns: readonly ValueColumns[]
}
