import type { SalesForecast } from '@vitalfew/contract/purchase-trends.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { chooseEts } from '@vitalfew/methods/forecasting/choose-ets.ts'
import { combinedForecast } from '@vitalfew/methods/forecasting/combined-forecast.ts'
import { deseasonalizedEts } from '@vitalfew/methods/forecasting/deseasonalized-ets.ts'
import { etsName } from '@vitalfew/methods/forecasting/ets-form.ts'
import { forecastEts, type StepForecast } from '@vitalfew/methods/forecasting/forecast-ets.ts'
import { type RollingAccuracy, rollingOrigin } from '@vitalfew/methods/forecasting/rolling-origin.ts'
import { seasonalNaive } from '@vitalfew/methods/forecasting/seasonal-naive.ts'

const period = 12
/** Past forecasts go half a year ahead, from four points half a year back and more. */
const testedSteps = 6
const testedOrigins = 4
const stepsBetweenOrigins = 3
/** Fewer months than this give no forecast. */
const leastMonths = 8

export interface ForecastSettings {
  /** Number of the first month of the values. */
  readonly first: number
  readonly horizonMonths: number
  /** Units are never below zero, whatever was sent back. */
  readonly isPositive: boolean
}

/**
 * A forecast of a series with its past: the mean of exponential smoothing, of smoothing with a steady season, and of last
 * year, unless last year alone did better on the past. What was never below zero is not forecast below zero.
 *
 * @returns null where the series is too short or empty
 */
export function seriesForecast(
  values: Float64Array,
  { first, horizonMonths, isPositive }: ForecastSettings,
): Omit<SalesForecast, 'values' | 'names'> | null {
  const started = values.findIndex((value) => value !== 0)
  const own = started < 0 ? values.subarray(0, 0) : values.subarray(started)
  const steps = Math.max(horizonMonths, period)
  const ways = own.length < leastMonths ? null : waysOf(own, steps)
  if (ways === null) return null
  const backtest = backtestOf(own)
  const isNaive = backtest !== null && backtest.seasonalNaive.meanAbsoluteError < backtest.combined.meanAbsoluteError
  const ahead = isNaive ? ways.seasonalNaive : ways.combined
  const isBounded = isPositive || values.every((value) => value >= 0)
  const bounded = isBounded ? ahead.map(notBelowZero) : ahead
  const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0)
  return {
    model: ways.model,
    chosen: isNaive ? 'seasonalNaive' : 'combined',
    history: [...values],
    forecast: bounded.slice(0, horizonMonths).map((step, index) => ({
      month: isoFromDay(firstDayOfMonth(first + values.length + index)),
      ...step,
    })),
    next12Months: sum(bounded.slice(0, period).map(({ mean }) => mean)),
    last12Months: sum([...values.subarray(Math.max(0, values.length - period))]),
    backtest,
  }
}

interface Ways {
  readonly model: string
  readonly combined: readonly StepForecast[]
  readonly ets: readonly StepForecast[]
  readonly seasonalNaive: readonly StepForecast[]
}

function waysOf(values: Float64Array, steps: number): Ways | null {
  const fit = chooseEts(values, { period })
  if (fit === null) return null
  const ets = forecastEts(fit, { steps })
  const naive = values.length < period ? null : seasonalNaive(values, { period, steps })
  const steady = deseasonalizedEts(values, { period, steps })
  const all = [ets, naive, steady].filter((way) => way !== null)
  return { model: etsName(fit.form), combined: combinedForecast(all), ets, seasonalNaive: naive ?? ets }
}

function notBelowZero({ mean, lower80, upper80, lower95, upper95 }: StepForecast): StepForecast {
  const bound = (value: number): number => Math.max(0, value)
  return {
    mean: bound(mean),
    lower80: bound(lower80),
    upper80: bound(upper80),
    lower95: bound(lower95),
    upper95: bound(upper95),
  }
}

function backtestOf(values: Float64Array): SalesForecast['backtest'] {
  const from = Math.max(values.length - testedSteps - (testedOrigins - 1) * stepsBetweenOrigins, period + 1)
  if (from + testedSteps > values.length) return null
  const known = new Map<number, Ways | null>()
  const test = (way: 'combined' | 'ets' | 'seasonalNaive'): RollingAccuracy | null =>
    rollingOrigin(values, {
      period,
      steps: testedSteps,
      from,
      every: stepsBetweenOrigins,
      forecast: (past) => {
        // Origins near the end would be tested on fewer steps than the others.
        if (past.length + testedSteps > values.length) return null
        const ways = known.get(past.length) ?? waysOf(past, testedSteps)
        known.set(past.length, ways)
        return ways?.[way] ?? null
      },
    })
  const [combined, ets, naive] = [test('combined'), test('ets'), test('seasonalNaive')]
  if (combined === null || ets === null || naive === null) return null
  return {
    origins: combined.origins,
    forecasts: combined.forecasts,
    combined: accuracyOf(combined),
    ets: accuracyOf(ets),
    seasonalNaive: accuracyOf(naive),
  }
}

function accuracyOf({ meanAbsoluteError, scaledError, coverage80 }: RollingAccuracy) {
  return { meanAbsoluteError, scaledError: Number.isFinite(scaledError) ? scaledError : null, coverage80 }
}
