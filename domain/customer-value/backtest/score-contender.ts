import { conditionalPurchases } from '@vitalfew/methods/buy-till-you-die/conditional-purchases.ts'
import { fitPurchaseModel } from '@vitalfew/methods/buy-till-you-die/fit-purchase-model.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { spreadGroups } from '@vitalfew/methods/buy-till-you-die/spread-groups.ts'
import { forecastGroups } from '@vitalfew/methods/forecast-accuracy/forecast-groups.ts'
import { lastYearForecast } from '../baselines/last-year-forecast.ts'
import { rfmCellForecast } from '../baselines/rfm-cell-forecast.ts'
import type { FitData, FitTasks, Scored } from '../fitting/fit-tasks.ts'
import { type PreparedHistories, preparedHistories } from '../fitting/prepared-histories.ts'
import { purchasesBetween } from '../purchases/purchases-between.ts'
import { holdoutScore } from './holdout-score.ts'

/** Fits a contender to what was known and compares what it says of the time after with what came. */
export function scoreContender({ data, contender, holdoutUntil }: FitTasks['score']['request']): Scored {
  const prepared = preparedHistories(data)
  const { grouped, known } = prepared
  const unscored = { fit: null, score: null, groups: [], customers: grouped.customers }
  if (data.kind !== 'days' || known === null) return unscored
  const { until, unitDays } = data.observation
  const days = holdoutUntil - until
  const actual = purchasesBetween(data.purchases, known.accounts, { after: until, until: holdoutUntil })
  if (contender === 'lastYear' || contender === 'rfmCell') {
    const forecast = baselineForecast(contender, { data, prepared, days })
    return forecast === null ? unscored : scored(forecast, actual)
  }
  const fit = fitPurchaseModel(contender, grouped)
  if (fit.predictWith === null) return { ...unscored, fit }
  return { ...scored(modelForecast(fit.predictWith, prepared, days / unitDays), actual), fit }
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
