import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import { CustomerValue, type FittedModel } from '@vitalfew/contract/customer-value.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { backtestSummary, calibrationOf, totalErrorOf } from './backtest/backtest-summary.ts'
import { whyChosen } from './backtest/why-chosen.ts'
import { fittedModel, fittedSpend } from './fitting/fitted-model.ts'
import type { Contender } from './fitting/fit-tasks.ts'
import type { ValuationParts } from './value-purchases.ts'
import { customerEquity } from './values/customer-equity.ts'

/** A valuation as people and programs read it. */
export function summarizeValue(parts: ValuationParts): CustomerValue {
  const { settings, basis, known, comparison, choice, final, chosen, spend, columns, pictures, purchases } = parts
  const { backtest, results, fits } = comparison
  const contender: Contender | null = isContender(chosen) ? chosen : null
  const [latest] = comparison.origins
  return CustomerValue.parse({
    asOf: parts.asOf,
    unit: settings.unit,
    horizonMonths: settings.horizonMonths,
    discount: settings.discount,
    basis,
    margin: basis === 'netRevenue' ? (settings.margin ?? 1) : 1,
    costs: parts.costs ?? null,
    currency: settings.currency,
    customers: known.accounts.length,
    repeaters: known.histories.purchases.reduce((count, bought) => count + Number(bought > 0), 0),
    firstDay: known.accounts.length === 0 ? null : isoFromDay(known.firstDays.reduce((a, b) => Math.min(a, b))),
    calibrateUntil: latest === undefined ? null : isoFromDay(latest.calibrateUntil),
    holdoutUntil: latest === undefined ? null : isoFromDay(latest.holdoutUntil),
    comparedCustomers: backtest[0]?.customers ?? fits[0]?.customers ?? 0,
    accountsWithoutPurchase: purchases.keys.length - known.accounts.length,
    purchaseRule: { positiveOnly: settings.positiveOnly, firstSpendCounts: settings.firstSpendCounts },
    models: comparedModels(parts),
    finalModels: finalModels(parts),
    baselines: (['lastYear', 'rfmCell', 'nbd'] as const).map((name) => ({
      name,
      holdout: backtest[0]?.scores.get(name) ?? null,
    })),
    chosen,
    why: whyChosen({
      chosen,
      grounds: final === null && choice.baseline === null ? 'nothingFits' : choice.grounds,
      results,
      origins: backtest.length,
      customers: known.accounts.length,
      noAttrition: contender === final?.fit.model && final?.fit.predictWith?.model === 'nbd',
      locale: settings.locale,
    }),
    backtest: backtestSummary(backtest),
    calibration: calibrationOf(backtest, contender),
    tracking: pictures?.tracking ?? null,
    matrix: pictures?.matrix ?? null,
    equity: customerEquity(columns, {
      model: final?.model ?? null,
      spend,
      backtestError: totalErrorOf(backtest, contender),
      decimals: currencyDecimals(settings.currency),
    }),
  })
}

function comparedModels({ settings, comparison, spendFit }: ValuationParts): FittedModel[] {
  const { locale } = settings
  const [latest] = comparison.backtest
  const models = comparison.fits.map((fit) =>
    fittedModel(fit, { holdout: latest?.scores.get(fit.model) ?? null, locale }),
  )
  const shown = settings.model === 'auto' ? models.filter((model) => !isRepeated(model)) : models
  return [...shown, fittedSpend(comparison.calibratedSpend ?? spendFit, locale)]
}

/** With one stage per purchase the models of regular timing are the plain ones over again. */
function isRepeated({ parameters }: FittedModel): boolean {
  return parameters['k'] === 1
}

function finalModels({ settings, final, spendFit }: ValuationParts): FittedModel[] {
  const { locale } = settings
  const spend = fittedSpend(spendFit, locale)
  return final === null ? [spend] : [fittedModel(final.fit, { holdout: null, locale }), spend]
}

function isContender(name: CustomerValue['chosen']): name is Contender {
  return name !== 'none' && name !== 'gamma-gamma'
}
