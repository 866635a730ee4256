import { momentsIfAlive } from '@vitalfew/methods/buy-till-you-die/conditional-moments.ts'
import { purchasesIfAlive } from '@vitalfew/methods/buy-till-you-die/conditional-purchases.ts'
import { customerLikelihoods } from '@vitalfew/methods/buy-till-you-die/customer-likelihoods.ts'
import { spreadGroups } from '@vitalfew/methods/buy-till-you-die/spread-groups.ts'
import { discountedHorizon } from '@vitalfew/methods/spend/lifetime-values.ts'
import { forecastLimits } from '@vitalfew/methods/spend/outcome-limits.ts'
import { baselineForecast } from '../backtest/score-contender.ts'
import type { FitTasks } from '../fitting/fit-tasks.ts'
import { type PreparedHistories, preparedHistories } from '../fitting/prepared-histories.ts'
import { rhythmColumns } from './rhythm-columns.ts'
import { spendPerOrder } from './spend-per-order.ts'
import { totalGradient } from './total-gradient.ts'

/** The figures of accounts, one row for each; NaN where a figure is not defined. Times in units of the histories. */
export interface ValueColumns {
  /** Numbers of the accounts; of the rows of a table of summaries. */
  readonly accounts: Uint32Array
  readonly purchases: Float64Array
  readonly recency: Float64Array
  readonly age: Float64Array
  readonly alive: Float64Array
  readonly expectedOrders: Float64Array
  readonly valuePerOrder: Float64Array
  readonly clv: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly cycle: Float64Array
  /** From the end of observation; below zero: in the past. */
  readonly dueIn: Float64Array
  readonly dueInLower: Float64Array
  readonly dueInUpper: Float64Array
  /** Sum of the variances that chance gives the values. */
  readonly chanceVariance: number
  /** Change of the sum of the values by the logarithm of each parameter, of purchases and of spend. */
  readonly purchaseGradient: Float64Array
  readonly spendGradient: Float64Array
}

type Request = FitTasks['values']['request']

/** Values the accounts of an observation. */
export function valueColumns(request: Request): ValueColumns {
  const prepared = preparedHistories(request.data)
  const { grouped, spend, known } = prepared
  const spread = (column: Float64Array): Float64Array => spreadGroups(column, grouped.groups)
  const forecast = forecastColumns(request, prepared)
  return {
    accounts: known?.accounts.slice() ?? Uint32Array.from(grouped.groups.keys()),
    purchases: spread(grouped.purchases),
    recency: spread(grouped.recency),
    age: spread(grouped.age),
    valuePerOrder: spendPerOrder(request.spend?.parameters ?? null, spend, request.terms.margin),
    ...forecast,
    ...rhythmColumns(request.rhythm, grouped),
  }
}

function forecastColumns(request: Request, prepared: PreparedHistories) {
  const { grouped, spend } = prepared
  const { model, terms } = request
  const unknown = new Float64Array(grouped.customers).fill(Number.NaN)
  const nothing = {
    alive: unknown,
    expectedOrders: unknown.slice(),
    clv: unknown.slice(),
    lower: unknown.slice(),
    upper: unknown.slice(),
    chanceVariance: 0,
    purchaseGradient: new Float64Array(0),
    spendGradient: new Float64Array(0),
  }
  if (model === null) return request.baseline === null ? nothing : { ...nothing, ...baselineColumns(request, prepared) }
  const { parameters } = model
  const { aliveProbabilities } = customerLikelihoods(parameters, grouped)
  const alive = spreadGroups(aliveProbabilities, grouped.groups)
  if (request.baseline !== null) return { ...nothing, alive, ...baselineColumns(request, prepared) }

  const ofAll = (ifAlive: Float64Array): Float64Array =>
    ifAlive.map((value, group) => value * (aliveProbabilities[group] ?? 0))
  const staying = momentsIfAlive(parameters, grouped, terms.horizon)
  const moments = { some: ofAll(staying.some), mean: ofAll(staying.mean), square: ofAll(staying.square) }
  const expectedOrders = spreadGroups(moments.mean, grouped.groups)
  if (request.spend === null) return { ...nothing, alive, expectedOrders }
  const discounted = ofAll(purchasesIfAlive(parameters, grouped, discountedHorizon(terms)))
  const perOrder = spendPerOrder(request.spend.parameters, spend, terms.margin)
  const clv = perOrder.map((each, row) => each * (discounted[grouped.groups[row] ?? 0] ?? 0))
  const limits = forecastLimits(
    request.spend.parameters,
    { moments, discounted, groups: grouped.groups, spend },
    { margin: terms.margin, level: 0.8 },
  )
  let chanceVariance = 0
  clv.forEach((value, row) => {
    // The spread of what brings nothing or costs is not what the model of spend describes.
    if (value > 0) chanceVariance += limits.variances[row] ?? 0
    else limits.lower[row] = limits.upper[row] = Number.NaN
  })
  return {
    alive,
    expectedOrders,
    clv,
    lower: limits.lower,
    upper: limits.upper,
    chanceVariance,
    ...totalGradient({ model, spend: request.spend }, { grouped, spend, clv, discounted }, terms.horizon),
  }
}

/** What a baseline expects, valued with the discount of purchases that come evenly. */
function baselineColumns({ data, baseline, spend, terms }: Request, prepared: PreparedHistories) {
  if (baseline === null || data.kind !== 'days') return {}
  const tested = baselineForecast(baseline.name, { data, prepared, days: baseline.days })
  if (tested === null) return {}
  const scale = (terms.horizon * data.observation.unitDays) / baseline.days
  const forecast = tested.map((count) => count * scale)
  if (spend === null) return { expectedOrders: forecast }
  const rate = Math.log1p(terms.yearlyDiscount) / terms.unitsPerYear
  const depth = rate * terms.horizon
  const discount = depth === 0 ? 1 : -Math.expm1(-depth) / depth
  const perOrder = spendPerOrder(spend.parameters, prepared.spend, terms.margin)
  return { expectedOrders: forecast, clv: forecast.map((count, row) => count * discount * (perOrder[row] ?? 0)) }
}
