import type { AliveHistory, CustomerValue } from '@vitalfew/contract/customer-value.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { largestPurchaseDays } from './accounts/largest-purchase-days.query.ts'
import { writeAccountValues } from './accounts/write-account-values.ts'
import type { Valuation } from './valuation.ts'
import { type ValueAccounts, valueAccounts } from './value-accounts.ts'
import { aliveHistories } from './values/alive-histories.ts'

const historiesShown = 20

export interface ValueRun extends ValueAccounts {
  readonly runId: string
}

export interface ValuedRun {
  readonly value: CustomerValue
  /** How likely the largest accounts were still customers, over time. */
  readonly aliveHistories: AliveHistory[]
  /** For those who go on computing, such as churn. */
  readonly valuation: Valuation
}

/**
 * Values the accounts of an analysis run and writes account_value; its account_metrics are there already.
 *
 * @throws ProductError as {@link valueAccounts}
 */
export async function valueRun(warehouse: Warehouse, request: ValueRun): Promise<ValuedRun> {
  const { runId } = request
  const valuation = await valueAccounts(warehouse, request)
  await writeAccountValues(warehouse, valuation, { runId })
  const { model, observation, summary } = valuation
  const shown = model === null ? [] : await warehouse.rows(largestPurchaseDays, { runId, limit: historiesShown })
  return {
    value: summary,
    aliveHistories: model === null ? [] : aliveHistories(model.parameters, shown, observation),
    valuation,
  }
}
