import { z } from 'zod'

/** Units in which time is counted when purchases are modelled: a month is 30.4375 days. */
export const timeUnits = ['day', 'week', 'month'] as const
export const TimeUnit = z.enum(timeUnits)
export type TimeUnit = z.infer<typeof TimeUnit>

/** Models of when customers buy and when they leave, as the papers call them; gamma-gamma is the model of spend. */
export const valueModels = [
  'nbd',
  'pareto-nbd',
  'bg-nbd',
  'mbg-nbd',
  'bg-cnbd-k',
  'mbg-cnbd-k',
  'bg-bb',
  'gamma-gamma',
] as const
export const ValueModelName = z.enum(valueModels)
export type ValueModelName = z.infer<typeof ValueModelName>

/** What a model has to beat: the last 12 months repeated, the mean of the account's RFM cell, and the NBD. */
export const valueBaselines = ['lastYear', 'rfmCell', 'nbd'] as const
export const ValueBaselineName = z.enum(valueBaselines)
export type ValueBaselineName = z.infer<typeof ValueBaselineName>

/** How customers are valued unless it is said otherwise: by week, over 12 months, at a tenth a year. */
export const defaultValueSettings = {
  unit: 'week',
  horizonMonths: 12,
  discount: 0.1,
  model: 'auto',
  positiveOnly: false,
  firstSpendCounts: true,
} as const

/** How a fit ended; its words are in the catalogues under `value.verdict.<code>`. */
export const fitVerdicts = [
  'converged',
  'noAttritionDetectable',
  'notIdentified',
  'notConverged',
  'tooFewRepeaters',
  'tooFewCustomers',
  'infiniteMean',
] as const
export const FitVerdict = z.enum(fitVerdicts)
export type FitVerdict = z.infer<typeof FitVerdict>

/** What the value of a purchase is counted in. */
export const valueBases = ['contribution', 'grossProfit', 'netRevenue', 'purchases'] as const
export const ValueBasis = z.enum(valueBases)
export type ValueBasis = z.infer<typeof ValueBasis>

const Day = z.iso.date()
const Count = z.int().nonnegative()
/** An amount in the run's currency. */
const Amount = z.number()

/** How forecasts did on purchases they had not seen. */
export const HoldoutScore = z.object({
  /** Repeat purchases of all customers in the holdout: forecast and real. */
  expected: z.number(),
  actual: z.number(),
  /** Mean absolute error, purchases per customer. */
  mae: z.number(),
  /** Rank correlation of forecast and outcome; null when one of them is constant. */
  spearman: z.number().nullable(),
  /** Share of the holdout's purchases made by the tenth of customers with the highest forecast, 0..1. */
  topDecileShare: z.number().nullable(),
})
export type HoldoutScore = z.infer<typeof HoldoutScore>

export const FittedModel = z.object({
  name: ValueModelName,
  /** By the names of the papers: r, alpha, s, beta | r, alpha, a, b | k | alpha, beta, gamma, delta | p, q, gamma. Empty where nothing was found. */
  parameters: z.record(z.string(), z.number()),
  /** Null where the data does not determine them. */
  standardErrors: z.record(z.string(), z.number().nullable()),
  logLikelihood: z.number().nullable(),
  aic: z.number().nullable(),
  bic: z.number().nullable(),
  converged: z.boolean(),
  verdict: FitVerdict,
  /** The verdict in words, in the language of the run. */
  verdictText: z.string(),
  /** Fitted until `calibrateUntil`, scored on what came after; null without a holdout or a fit. */
  holdout: HoldoutScore.nullable(),
})
export type FittedModel = z.infer<typeof FittedModel>

export const ValueBaseline = z.object({ name: ValueBaselineName, holdout: HoldoutScore.nullable() })
export type ValueBaseline = z.infer<typeof ValueBaseline>

/** One origin of the rolling back-test: known until, judged until. */
export const BacktestOrigin = z.object({
  calibrateUntil: Day,
  holdoutUntil: Day,
  customers: Count,
  actual: z.number(),
  scores: z.array(z.object({ name: z.enum([...valueModels, ...valueBaselines]), score: HoldoutScore })),
  /** The name with the lowest mean absolute error. */
  best: z.enum([...valueModels, ...valueBaselines]),
})
export type BacktestOrigin = z.infer<typeof BacktestOrigin>

/** Costs that made contribution of profit: of how many accounts, and the days of the first and the last posting. */
export const CostsCounted = z.object({ accounts: Count, firstDay: Day.nullable(), lastDay: Day.nullable() })
export type CostsCounted = z.infer<typeof CostsCounted>

/** What the models say of all customers: the machine's copy of `vitalfew value`, and `value` of run.json. */
export const CustomerValue = z.object({
  asOf: Day,
  unit: TimeUnit,
  /** Months over which value is counted. */
  horizonMonths: z.number().positive(),
  /** Per year, a fraction: 0.1 = 10 %. */
  discount: z.number().min(0),
  basis: ValueBasis,
  /** Share of revenue counted as value where costs are unknown (basis netRevenue); 1 otherwise. */
  margin: z.number(),
  /** Basis contribution alone. */
  costs: CostsCounted.nullable().default(null),
  currency: z.string(),
  customers: Count,
  /** Customers with at least one repeat purchase. */
  repeaters: Count,
  firstDay: Day.nullable(),
  calibrateUntil: Day.nullable(),
  holdoutUntil: Day.nullable(),
  /** Customers on whom the models were compared: an even sample where there are very many. */
  comparedCustomers: Count,
  /** Accounts with sales or returns but without a purchase, and so without a forecast. */
  accountsWithoutPurchase: Count,
  /** Whether days whose sales came to nothing are left out, and whether the first purchase says what later ones are worth. */
  purchaseRule: z.object({ positiveOnly: z.boolean(), firstSpendCounts: z.boolean() }),
  /** Fitted until `calibrateUntil`; on everything where there is no holdout. */
  models: z.array(FittedModel),
  /** What the accounts' figures come from: the chosen model and the model of spend, fitted on all that is known. */
  finalModels: z.array(FittedModel),
  baselines: z.array(ValueBaseline),
  /** What the figures of the accounts come from: a model, a baseline when the models lose, or nothing. */
  chosen: z.enum([...valueModels, ...valueBaselines, 'none']),
  /** Why, in a sentence for a sales director, in the language of the run. */
  why: z.string(),
  backtest: z.array(BacktestOrigin),
  /** Tenths of the customers by forecast, lowest first: purchases per customer in the holdout, forecast and real. */
  calibration: z.array(z.object({ decile: z.int(), customers: Count, expected: z.number(), actual: z.number() })),
  /**
   * Repeat purchases per period of the customers known at the end of calibration: real and by the model; periods from
   * `holdoutFrom` on were not seen by it.
   */
  tracking: z
    .object({
      holdoutFrom: Day.nullable(),
      periods: z.array(z.object({ day: Day, actual: z.number(), expected: z.number() })),
    })
    .nullable(),
  /**
   * What the model says of a customer by how often (columns, repeat purchases) and how recently (rows, days since the
   * last purchase) it bought, for one as old as the median customer.
   */
  matrix: z
    .object({
      ageDays: z.number(),
      purchases: z.array(z.int()),
      silenceDays: z.array(z.number()),
      pAlive: z.array(z.array(z.number().nullable())),
      expectedOrders: z.array(z.array(z.number().nullable())),
    })
    .nullable(),
  equity: z
    .object({
      /**
       * Discounted value of the horizon, all accounts together, with its 95 % interval: estimated parameters, chance, and
       * how far the forecasts of the back-test were off in total. Null where nothing says how sure the total is.
       */
      total: Amount,
      lower: Amount.nullable(),
      upper: Amount.nullable(),
      /** Σ value × probability of having left. */
      atRisk: Amount,
      /** Accounts with a value above zero; with one purchase only; whose value is zero or below. */
      accounts: Count,
      oneTimeAccounts: Count,
      worthlessAccounts: Count,
    })
    .nullable(),
})
export type CustomerValue = z.infer<typeof CustomerValue>

/** One account as valued. Null = not defined for it. */
export const AccountValue = z.object({
  account: z.string(),
  accountName: z.string(),
  /** Repeat purchase days, and days from the first purchase to the last and to the last day known. */
  purchases: Count,
  recencyDays: z.number(),
  ageDays: z.number(),
  pAlive: z.number().min(0).max(1).nullable(),
  /** Purchases expected within the horizon, if the account may have left by now. */
  expectedOrders: z.number().nullable(),
  /** Expected value of its next purchase. */
  valuePerOrder: Amount.nullable(),
  /** Expected value within the horizon, discounted. */
  clv: Amount.nullable(),
  /** What the account really brings lies between these in four cases of five: chance, not the error of the estimate. */
  clvLower: Amount.nullable(),
  clvUpper: Amount.nullable(),
  valueAtRisk: Amount.nullable(),
  nextOrderDue: Day.nullable(),
  nextOrderFrom: Day.nullable(),
  nextOrderTo: Day.nullable(),
  /** By how many of its own cycles the next purchase is overdue; below zero: not yet due. */
  overdueCycles: z.number().nullable(),
})
export type AccountValue = z.infer<typeof AccountValue>

/** How likely one account was still a customer, day by day: what the page draws for the largest accounts. */
export const AliveHistory = z.object({
  account: z.string(),
  accountName: z.string(),
  points: z.array(z.object({ day: Day, pAlive: z.number() })),
  purchaseDays: z.array(Day),
})
export type AliveHistory = z.infer<typeof AliveHistory>
