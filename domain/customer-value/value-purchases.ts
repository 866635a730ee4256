import { availableParallelism } from 'node:os'
import type { CostsCounted, CustomerValue, ValueBasis } from '@vitalfew/contract/customer-value.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { GammaGammaParameters, SpendFit } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import { chooseModel, type ModelChoice } from './backtest/choose-model.ts'
import { compareModels, type Comparison, type DayData } from './backtest/compare-models.ts'
import { comparisonStride } from './backtest/run-backtest.ts'
import { type FinalFit, fitFinalModel } from './fitting/fit-final-model.ts'
import type { Estimated, FitTasks, ValueTermsOfRun } from './fitting/fit-tasks.ts'
import type { FitWorkers } from './fitting/fit-workers.ts'
import { usableSpend } from './fitting/usable-spend.ts'
import type { AccountPurchases } from './purchases/account-purchases.ts'
import { type KnownHistories, knownHistories } from './purchases/known-histories.ts'
import { summarizeValue } from './summarize-value.ts'
import { unitDays, type Valuation, type ValueSettings } from './valuation.ts'
import type { ModelPictures } from './values/model-pictures.ts'
import type { ValueColumns } from './values/value-columns.ts'

export interface ValuePurchases {
  readonly purchases: AccountPurchases
  readonly settings: ValueSettings
  readonly basis: ValueBasis
  /** Basis contribution: the costs that it knows. */
  readonly costs?: CostsCounted
  /** ISO day on which the data begins, and the day at whose beginning we stand. */
  readonly firstDay: string
  readonly asOf: string
}

/** Everything a valuation came to, before it is put into words. */
export interface ValuationParts extends ValuePurchases {
  readonly known: KnownHistories
  readonly comparison: Comparison
  readonly choice: ModelChoice
  readonly final: FinalFit | null
  readonly chosen: CustomerValue['chosen']
  readonly spend: Estimated<GammaGammaParameters> | null
  readonly spendFit: SpendFit
  readonly columns: readonly ValueColumns[]
  readonly pictures: ModelPictures | null
}

/** Values accounts by what they bought: compares models, chooses, fits what was chosen on everything, computes. */
export async function valuePurchases(workers: FitWorkers, request: ValuePurchases): Promise<Valuation> {
  const { purchases, settings } = request
  const until = dayFromIso(request.asOf) - 1
  const observation = { until, unitDays: unitDays[settings.unit], firstSpendCounts: settings.firstSpendCounts }
  const data: DayData = { kind: 'days', purchases, observation }
  const stride = comparisonStride(purchases.keys.length)
  const sampled = stride === 1 ? data : { ...data, observation: { ...observation, stride } }
  const comparing = compareModels(workers, data, { settings, firstDay: dayFromIso(request.firstDay) })
  // Counted while the threads are at work.
  const known = knownHistories(purchases, observation)
  const comparison = await comparing
  const asked = settings.model === 'auto' || settings.model === 'all' ? null : settings.model
  const choice = chooseModel({ asked, results: comparison.results, fits: comparison.fits })
  const [final, spendFit, rhythm] = await Promise.all([
    fitFinalModel(workers, choice.models, { all: data, sample: sampled, fits: comparison.fits }),
    workers.run('spend', { data }),
    workers.run('rhythm', { data: sampled }),
  ])
  const spend = usableSpend(spendFit, known.spend)
  const chosen = chosenName({ choice, final, customers: known.accounts.length })
  const values: FitTasks['values']['request'] = {
    data,
    model: final?.model ?? null,
    baseline: chosen === 'lastYear' || chosen === 'rfmCell' ? { name: chosen, days: testedDays(comparison) } : null,
    spend,
    rhythm: rhythm.parameters,
    terms: termsOf(request),
  }
  const [columns, pictures] = await Promise.all([
    valueInParts(workers, values),
    final === null ? null : drawModel(workers, { values, final, comparison }),
  ])
  const parts = { ...request, known, comparison, choice, final, chosen, spend, spendFit, columns, pictures }
  return {
    summary: summarizeValue(parts),
    purchases,
    observation,
    model: final?.model ?? null,
    rhythm: rhythm.parameters,
    origins: comparison.origins,
    columns,
  }
}

/** Where the figures come from in the end: a model that cannot be fitted to everything gives way to a baseline. */
function chosenName(of: {
  readonly choice: ModelChoice
  readonly final: FinalFit | null
  readonly customers: number
}): CustomerValue['chosen'] {
  if (of.customers === 0) return 'none'
  return of.choice.baseline ?? of.final?.fit.model ?? 'lastYear'
}

function termsOf({ settings, basis }: ValuePurchases): ValueTermsOfRun {
  const { unit, horizonMonths, discount, margin } = settings
  return {
    horizon: (horizonMonths * unitDays.month) / unitDays[unit],
    unitsPerYear: 365.25 / unitDays[unit],
    yearlyDiscount: discount,
    margin: basis === 'netRevenue' ? (margin ?? 1) : 1,
  }
}

/** Days of the latest holdout; a year without one. */
function testedDays({ origins: [latest] }: Comparison): number {
  return latest === undefined ? 365 : latest.holdoutUntil - latest.calibrateUntil
}

/** Fewer accounts than this are valued in one piece. */
const fewestInPart = 20_000

/** The accounts in as many parts as there are threads. */
async function valueInParts(workers: FitWorkers, request: FitTasks['values']['request']): Promise<ValueColumns[]> {
  if (request.data.kind !== 'days') return [await workers.run('values', request)]
  const { data } = request
  const accounts = data.purchases.keys.length
  // A baseline compares every account with all others.
  const isWhole = request.baseline !== null
  const parts = isWhole ? 1 : Math.max(1, Math.min(availableParallelism(), Math.floor(accounts / fewestInPart)))
  const edges = Array.from({ length: parts + 1 }, (_, part) => Math.floor((part * accounts) / parts))
  return Promise.all(
    edges.slice(1).map((end, part) => {
      const range = [edges[part] ?? 0, end] as const
      return workers.run('values', { ...request, data: { ...data, observation: { ...data.observation, range } } })
    }),
  )
}

function drawModel(
  workers: FitWorkers,
  of: {
    readonly values: FitTasks['values']['request']
    readonly final: FinalFit
    readonly comparison: Comparison
  },
): Promise<ModelPictures> {
  const { values, final, comparison } = of
  const [latest] = comparison.backtest
  const parameters: PurchaseParameters = final.model.parameters
  const before = latest?.results.get(final.fit.model)?.fit?.predictWith ?? null
  return workers.run('pictures', {
    data: values.data,
    parameters,
    horizon: values.terms.horizon,
    calibrated:
      before === null || latest === undefined ? null : { parameters: before, until: latest.origin.calibrateUntil },
  })
}
