import type { HoldoutScore } from '@vitalfew/contract/customer-value.ts'
import { meanAbsoluteError } from '@vitalfew/methods/forecast-accuracy/mean-absolute-error.ts'
import { rankCorrelation } from '@vitalfew/methods/forecast-accuracy/rank-correlation.ts'
import { topForecastShare } from '@vitalfew/methods/forecast-accuracy/top-forecast-share.ts'

/** How a forecast did, customer by customer. */
export function holdoutScore(forecast: Float64Array, actual: Float64Array): HoldoutScore {
  const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0)
  return {
    expected: sum(forecast),
    actual: sum(actual),
    mae: meanAbsoluteError(forecast, actual),
    spearman: rankCorrelation(forecast, actual),
    topDecileShare: topForecastShare(forecast, actual, { top: 0.1 }),
  }
}
