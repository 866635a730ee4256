import { defaultValueSettings } from '@vitalfew/contract/customer-value.ts'
import { type Churn, defaultChurnMonths } from '@vitalfew/contract/churn.ts'
import type { AliveHistory, CustomerValue } from '@vitalfew/contract/customer-value.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type ChurnImports, churnRun, defaultListed, importedRecords } from '../churn/index.ts'
import { valueRun } from '../customer-value/index.ts'

interface ForecastAccounts {
  readonly runId: string
  readonly imports: number[]
  readonly membershipSequence: number
  readonly costImports: readonly number[]
  /** What is known of accounts beside their sales. */
  readonly churnImports: ChurnImports
  readonly asOf: string
  readonly dataStart: string
  readonly locale: Locale
  readonly currency: string
  readonly step: (step: 'value' | 'churn') => void
  readonly signal: AbortSignal | undefined
}

interface Forecast {
  readonly value: CustomerValue
  readonly churn: Churn
  readonly aliveHistories: AliveHistory[]
}

/** What the accounts of a run will be worth, then who of them may leave: the second goes by the model of the first. */
export async function forecastAccounts(warehouse: Warehouse, request: ForecastAccounts): Promise<Forecast> {
  const { dataStart, locale, currency, step, signal } = request
  step('value')
  const settings = { ...defaultValueSettings, locale, currency }
  const { value, valuation, aliveHistories } = await valueRun(warehouse, {
    ...request,
    firstDay: dataStart,
    settings,
  })
  step('churn')
  const { signal: _, costImports: _costs, churnImports, ...scope } = request
  const records = await importedRecords(warehouse, {
    ...scope,
    imports: churnImports,
    horizonMonths: defaultChurnMonths,
    listed: defaultListed,
  })
  const churn = await churnRun(warehouse, {
    ...scope,
    ...records,
    value: valuation,
    ...(signal === undefined ? {} : { signal }),
  })
  return { value, churn, aliveHistories }
}
