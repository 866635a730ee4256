import { fitBetaGeometric } from '@vitalfew/methods/buy-till-you-die/fit-beta-geometric.ts'
import { groupHistories } from '@vitalfew/methods/buy-till-you-die/group-histories.ts'
import type { PurchaseHistories } from '@vitalfew/methods/buy-till-you-die/purchase-histories.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { noPurchaseProbability } from '@vitalfew/methods/churn/no-purchase-probability.ts'
import { timingRegularity } from '@vitalfew/methods/churn/timing-regularity.ts'
import type { Conduct } from '../history/read-conduct.ts'

/** A purchase model as fitted, and the days in its unit of time. */
export interface FittedModel {
  readonly parameters: PurchaseParameters
  readonly unitDays: number
}

/** Customers a fit looks at: more would not move its parameters by as much as they are uncertain. */
const mostFitted = 4_000
const weekDays = 7

export interface PurchaseRisk {
  /** NaN where the account never bought. */
  readonly risk: Float64Array
  readonly pAlive: Float64Array
}

/**
 * Probability that each account does not buy within a horizon, and that it is still a customer, by a purchase model.
 *
 * @param conduct as of the day
 * @param of `asOf`: the day; its purchases are not known yet
 */
export function purchaseRisk(
  conduct: Conduct,
  { asOf, horizonDays, model }: { readonly asOf: number; readonly horizonDays: number; readonly model: FittedModel },
): PurchaseRisk {
  const bought = boughtRows(conduct)
  const histories = historiesOf(conduct, bought, { asOf, unitDays: model.unitDays })
  const found = noPurchaseProbability(model.parameters, histories, horizonDays / model.unitDays)
  const risk = new Float64Array(conduct.purchases.length).fill(Number.NaN)
  const pAlive = risk.slice()
  bought.forEach((row, index) => {
    risk[row] = found.probabilities[index] ?? Number.NaN
    pAlive[row] = found.aliveProbabilities[index] ?? Number.NaN
  })
  return { risk, pAlive }
}

/**
 * The purchase model that a day is judged by from what was known on it: the MBG/CNBD-k, k by the regularity of the gaps, or
 * the NBD where no attrition is detectable; null where too few accounts ever came back.
 */
export function fittedModel(conduct: Conduct, asOf: number): FittedModel | null {
  const bought = boughtRows(conduct)
  const step = Math.ceil(bought.length / mostFitted)
  // Keys are hashes: every n-th account is an even sample.
  const some = bought.filter((_, index) => index % Math.max(1, step) === 0)
  const histories = historiesOf(conduct, some, { asOf, unitDays: weekDays })
  const k = timingRegularity({
    gaps: histories.purchases,
    meanGap: histories.recency.map((time, row) => time / Math.max(1, histories.purchases[row] ?? 1)),
    meanLogGap: histories.logGaps.map((sum, row) => sum / Math.max(1, histories.purchases[row] ?? 1)),
  })
  const fit = fitBetaGeometric(groupHistories(histories), { model: 'mbg-cnbd-k', k })
  if (fit.predictWith === null || fit.verdict === 'notConverged') return null
  return { parameters: fit.predictWith, unitDays: weekDays }
}

function boughtRows({ purchases }: Conduct): Uint32Array {
  return Uint32Array.from(purchases.keys()).filter((row) => (purchases[row] ?? 0) > 0)
}

function historiesOf(
  { purchases, firstPurchase, lastPurchase, logGaps }: Conduct,
  rows: Uint32Array,
  { asOf, unitDays }: { readonly asOf: number; readonly unitDays: number },
): Required<PurchaseHistories> {
  const column = (of: (row: number) => number): Float64Array => Float64Array.from(rows, of)
  return {
    purchases: column((row) => (purchases[row] ?? 1) - 1),
    recency: column((row) => ((lastPurchase[row] ?? 0) - (firstPurchase[row] ?? 0)) / unitDays),
    // Observation ends with the day before: nothing of the day itself is known.
    age: column((row) => (asOf - 1 - (firstPurchase[row] ?? 0)) / unitDays),
    logGaps: column((row) => (logGaps[row] ?? 0) - ((purchases[row] ?? 1) - 1) * Math.log(unitDays)),
  }
}
