import { conditionalPurchases } from '@vitalfew/methods/buy-till-you-die/conditional-purchases.ts'
import type { GroupedHistories } from '@vitalfew/methods/buy-till-you-die/group-histories.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { parameterNames, scaledParameters } from '@vitalfew/methods/buy-till-you-die/scaled-parameters.ts'
import { total } from '@vitalfew/methods/arithmetic/total.ts'
import type { GammaGammaParameters } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import type { SpendHistories } from '@vitalfew/methods/spend/spend-histories.ts'
import type { Estimated } from '../fitting/fit-tasks.ts'

/** Step in the logarithm of a parameter: small against its error, large against rounding. */
const step = 1e-4
/** Groups of customers on which the forecasts beside the estimate are made. */
const mostGroups = 30_000

interface Valued {
  readonly grouped: GroupedHistories
  readonly spend: SpendHistories
  readonly clv: Float64Array
  /** Discounted purchases by group. */
  readonly discounted: Float64Array
}

/**
 * How the value of all accounts together moves with the logarithm of each estimated parameter. Wrong parameters are
 * wrong for everybody, so the accounts' errors do not cancel: the delta method belongs on the sum.
 */
export function totalGradient(
  models: { readonly model: Estimated<PurchaseParameters>; readonly spend: Estimated<GammaGammaParameters> },
  valued: Valued,
  horizon: number,
): { purchaseGradient: Float64Array; spendGradient: Float64Array } {
  return {
    purchaseGradient: purchaseGradient(models.model.parameters, valued, horizon),
    spendGradient: spendGradient(models.spend.parameters, valued),
  }
}

function purchaseGradient(parameters: PurchaseParameters, valued: Valued, horizon: number): Float64Array {
  const { grouped, clv } = valued
  const values = new Float64Array(grouped.counts.length)
  clv.forEach((value, row) => (values[grouped.groups[row] ?? 0] = (values[grouped.groups[row] ?? 0] ?? 0) + value))
  const stride = Math.max(1, Math.ceil(values.length / mostGroups))
  const isPicked = (_: number, group: number): boolean => group % stride === 0
  const histories = {
    purchases: grouped.purchases.filter(isPicked),
    recency: grouped.recency.filter(isPicked),
    age: grouped.age.filter(isPicked),
  }
  const weights = values.filter(isPicked)
  const base = conditionalPurchases(parameters, histories, { horizon })
  const scale = total(values) / (total(weights) || 1)
  const slopes = parameterNames(parameters.model).map((name) => {
    const moved = scaledParameters(parameters, { name, factor: Math.exp(step) })
    const forecast = conditionalPurchases(moved, histories, { horizon })
    let slope = 0
    weights.forEach((weight, group) => {
      const before = base[group] ?? 0
      const after = forecast[group] ?? 0
      if (before > 0 && after > 0) slope += (weight * Math.log(after / before)) / step
    })
    return slope * scale
  })
  return Float64Array.from(slopes)
}

function spendGradient({ p, q, gamma }: GammaGammaParameters, { spend, clv }: Valued): Float64Array {
  const gradient = new Float64Array(3)
  clv.forEach((value, row) => {
    const mean = spend.meanSpend[row] ?? 0
    if (!(value > 0)) return
    const count = mean > 0 ? (spend.transactions[row] ?? 0) : 0
    const rest = p * count + q - 1
    gradient[0] = (gradient[0] ?? 0) + value * (1 - (p * count) / rest)
    gradient[1] = (gradient[1] ?? 0) - (value * q) / rest
    gradient[2] = (gradient[2] ?? 0) + (value * gamma) / (gamma + count * mean)
  })
  return gradient
}
