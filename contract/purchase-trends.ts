import { z } from 'zod'

/** What sales may be told apart by. */
export const trendCuts = [
  'product',
  'category',
  'region',
  'department',
  'channel',
  'industry',
  'salesperson',
  'account',
] as const
export type TrendCut = (typeof trendCuts)[number]

export const trendDirections = ['rising', 'falling', 'flat'] as const

export const SalesTrend = z.object({
  /** One value for each cut. */
  values: z.array(z.string()),
  names: z.array(z.string()),
  revenueLast12Months: z.number(),
  revenuePrior12Months: z.number(),
  /** Mean of a month, over the last twelve. */
  level: z.number(),
  /** Change of the monthly figure within a year (median of slopes), and 95 % limits where there is no season. */
  slopePerYear: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  tau: z.number(),
  pValue: z.number(),
  qValue: z.number(),
  direction: z.enum(trendDirections),
  /** From 0 to 1; null with fewer than two years. */
  seasonalStrength: z.number().nullable(),
  /** Month of the year, from 1, in which the season is highest; null where there is none to speak of. */
  peakMonth: z.int().nullable(),
  changePoints: z.array(z.object({ month: z.iso.date(), before: z.number(), after: z.number() })),
  /** Net revenue by month. */
  months: z.array(z.number()),
})
export type SalesTrend = z.infer<typeof SalesTrend>

/** What rises and what falls, by money. */
export const PurchaseTrends = z.object({
  asOf: z.iso.date(),
  currency: z.string(),
  cuts: z.array(z.enum(trendCuts)),
  /** First days of the first and the last whole month. */
  from: z.iso.date(),
  to: z.iso.date(),
  monthCount: z.int(),
  /** Series tested; those with fewer months of sales than a year has are not. */
  tested: z.int(),
  untested: z.int(),
  rising: z.int(),
  falling: z.int(),
  /** The whole first, then by the money that moves in a year. */
  total: SalesTrend.nullable(),
  series: z.array(SalesTrend),
})
export type PurchaseTrends = z.infer<typeof PurchaseTrends>

export const forecastMeasures = ['revenue', 'units'] as const

export const ForecastMonth = z.object({
  month: z.iso.date(),
  mean: z.number(),
  lower80: z.number(),
  upper80: z.number(),
  lower95: z.number(),
  upper95: z.number(),
})
export type ForecastMonth = z.infer<typeof ForecastMonth>

export const ForecastAccuracy = z.object({
  meanAbsoluteError: z.number(),
  /** By the error of repeating last year within the first series. */
  scaledError: z.number().nullable(),
  coverage80: z.number(),
})

export const SalesForecast = z.object({
  values: z.array(z.string()),
  names: z.array(z.string()),
  /** The model of exponential smoothing that the forecast leans on, by its letters. */
  model: z.string(),
  /** The mean of three ways of forecasting, or the seasonal naive rule where that did better on the past. */
  chosen: z.enum(['combined', 'seasonalNaive']),
  history: z.array(z.number()),
  forecast: z.array(ForecastMonth),
  next12Months: z.number(),
  last12Months: z.number(),
  /** null where the past is too short to be tested on. */
  backtest: z
    .object({
      origins: z.int(),
      forecasts: z.int(),
      combined: ForecastAccuracy,
      /** Exponential smoothing alone. */
      ets: ForecastAccuracy,
      seasonalNaive: ForecastAccuracy,
    })
    .nullable(),
})
export type SalesForecast = z.infer<typeof SalesForecast>

/** What is to come, by month, with how well the same did on the past. */
export const PurchaseForecast = z.object({
  asOf: z.iso.date(),
  currency: z.string(),
  measure: z.enum(forecastMeasures),
  /** Only the sales of key accounts, so many of them; null for all. */
  keyAccounts: z.int().nullable(),
  cuts: z.array(z.enum(trendCuts)),
  from: z.iso.date(),
  to: z.iso.date(),
  horizonMonths: z.int(),
  series: z.array(SalesForecast),
  /** Series too short or too sparse to be forecast. */
  leftOut: z.int(),
  /** Over the series that could be tested. */
  comparison: z.object({
    series: z.int(),
    better: z.int(),
    /** Sum of the mean absolute errors of all series. */
    error: z.number(),
    etsError: z.number(),
    seasonalNaiveError: z.number(),
    /** Names of those where repeating last year did better. */
    losing: z.array(z.string()),
  }),
})
export type PurchaseForecast = z.infer<typeof PurchaseForecast>
