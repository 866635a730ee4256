import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { GammaGammaParameters, SpendFit } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import type { ModelChoice } from '../backtest/choose-model.ts'
import { whyChosen } from '../backtest/why-chosen.ts'
import type { FinalFit } from '../fitting/fit-final-model.ts'
import type { Estimated } from '../fitting/fit-tasks.ts'
import { fittedModel, fittedSpend } from '../fitting/fitted-model.ts'
import type { ValueSettings } from '../valuation.ts'
import { customerEquity } from '../values/customer-equity.ts'
import type { ValueColumns } from '../values/value-columns.ts'
import type { SummaryTable } from './read-summary.ts'

export interface SummaryParts {
  readonly table: SummaryTable
  readonly settings: ValueSettings
  readonly asOf: string
  /** Purchases of every customer, rows that stand for several repeated. */
  readonly customers: Float64Array
  readonly fits: readonly PurchaseFit<PurchaseParameters>[]
  readonly spendFit: SpendFit | null
  readonly choice: ModelChoice
  readonly final: FinalFit | null
  readonly spend: Estimated<GammaGammaParameters> | null
  readonly columns: ValueColumns
}

/** The valuation of a table of summaries as people and programs read it: without days there is no back-test. */
export function summaryResult(parts: SummaryParts): CustomerValue {
  const { table, settings, customers, fits, spendFit, choice, final, spend, columns } = parts
  const { locale, currency } = settings
  const chosen = final?.fit.model ?? 'none'
  const spends = spendFit === null ? [] : [fittedSpend(spendFit, locale)]
  const models = fits.map((fit) => fittedModel(fit, { holdout: null, locale }))
  // The sum over rows that stand for several customers would count each of them once.
  const hasEquity = spend !== null && table.counts === null
  return CustomerValue.parse({
    asOf: parts.asOf,
    unit: settings.unit,
    horizonMonths: settings.horizonMonths,
    discount: settings.discount,
    basis: spend === null ? 'purchases' : 'netRevenue',
    margin: settings.margin ?? 1,
    currency,
    customers: customers.length,
    repeaters: customers.reduce((count, bought) => count + Number(bought > 0), 0),
    firstDay: null,
    calibrateUntil: null,
    holdoutUntil: null,
    comparedCustomers: customers.length,
    accountsWithoutPurchase: 0,
    purchaseRule: { positiveOnly: false, firstSpendCounts: false },
    models: [...models, ...spends],
    finalModels: final === null ? spends : [fittedModel(final.fit, { holdout: null, locale }), ...spends],
    baselines: [],
    chosen,
    why: whyChosen({
      chosen,
      grounds: final === null ? 'nothingFits' : choice.grounds === 'asked' ? 'asked' : 'likelihood',
      results: [],
      origins: 0,
      customers: customers.length,
      noAttrition: final?.fit.predictWith?.model === 'nbd',
      locale,
    }),
    backtest: [],
    calibration: [],
    tracking: null,
    matrix: null,
    equity: hasEquity
      ? customerEquity([columns], {
          model: final?.model ?? null,
          spend,
          backtestError: 0,
          decimals: currencyDecimals(currency),
        })
      : null,
  })
}
