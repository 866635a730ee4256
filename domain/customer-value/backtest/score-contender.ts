import { conditionalPurchases } from '@vitalfew/methods/buy-till-you-die/conditional-purchases.ts'
import { fitPurchaseModel } from '@vitalfew/methods/buy-till-you-die/fit-purchase-model.ts'
import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { spreadGroups } from '@vitalfew/methods/buy-till-you-die/spread-groups.ts'
import { forecastGroups } from '@vitalfew/methods/forecast-accuracy/forecast-groups.ts'
import { lastYearForecast } from '../baselines/last-year-forecast.ts'
import { rfmCellForecast } from '../baselines/rfm-cell-forecast.ts'
import type { Contender, FitData, FitTasks, PurchaseModelName, Scored } from '../fitting/fit-tasks.ts'
import { type PreparedHistories, preparedHistories } from '../fitting/prepared-histories.ts'
import { purchasesBetween } from '../purchases/purchases-between.ts'
import { holdoutScore } from './holdout-score.ts'

type Request = FitTasks['score']['request']

/** Fits contenders to what was known and compares what they say of the time after with what came. */
export function scoreContenders({ data, contenders, holdoutUntil, near }: Request): Scored[] {
  const prepared = preparedHistories(data)
  const { grouped, known } = prepared
  const unscored = { fit: null, score: null, groups: [], customers: grouped.customers }
  if (data.kind !== 'days' || known === null) return contenders.map(() => unscored)
  const { until, unitDays } = data.observation
  const days = holdoutUntil - until
  const actual = purchasesBetween(data.purchases, known.accounts, { after: until, until: holdoutUntil })
  let plain: PurchaseFit<PurchaseParameters> | undefined
  return contenders.map((contender) => {
    if (contender === 'lastYear' || contender === 'rfmCell') {
      const forecast = baselineForecast(contender, { data, prepared, days })
      return forecast === null ? unscored : scored(forecast, actual)
    }
    const fit = fitPurchaseModel(contender, grouped, { near: near[contender], plain: sameLeaving(contender, plain) })
    plain = fit
    if (fit.predictWith === null) return { ...unscored, fit }
    return { ...scored(modelForecast(fit.predictWith, prepared, days / unitDays), actual), fit }
  })
}

/** The plain model whose customers leave as those of a model of regular timing do. */
const plainModelOf: Readonly<Partial<Record<Contender, PurchaseModelName>>> = {
  'bg-cnbd-k': 'bg-nbd',
  'mbg-cnbd-k': 'mbg-nbd',
}

function sameLeaving(contender: Contender, fit: PurchaseFit<PurchaseParameters> | undefined) {
  return fit !== undefined && plainModelOf[contender] === fit.model ? fit : undefined
}

/** Purchases that a model expects of each customer. */
export function modelForecast(
  parameters: PurchaseParameters,
  { grouped }: PreparedHistories,
  horizon: number,
): Float64Array {
  return spreadGroups(conditionalPurchases(parameters, grouped, { horizon }), grouped.groups)
}

/** Purchases that a baseline expects of each customer; null where it cannot say. */
export function baselineForecast(
  baseline: 'lastYear' | 'rfmCell',
  of: { readonly data: FitData; readonly prepared: PreparedHistories; readonly days: number },
): Float64Array | null {
  const { data, prepared, days } = of
  if (data.kind !== 'days' || prepared.known === null) return null
  const period = { ...data.observation, days }
  return baseline === 'lastYear'
    ? lastYearForecast(data.purchases, prepared.known, period)
    : rfmCellForecast(data.purchases, prepared.known, period)
}

function scored(forecast: Float64Array, actual: Float64Array): Scored {
  return {
    fit: null,
    score: holdoutScore(forecast, actual),
    groups: forecastGroups(forecast, actual),
    customers: forecast.length,
  }
}
