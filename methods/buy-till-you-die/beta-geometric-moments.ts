import { leavingChances } from './beta-geometric-kernel.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import type { BetaGeometricParameters } from './purchase-parameters.ts'
import { stageMixture } from './stage-mixture.ts'
import { stayingPurchases } from './staying-purchases.ts'

/**
 * Moments of the purchases within a horizon of customers who are alive at the end of observation, under BG/NBD, MBG/NBD
 * and their versions with k stages per purchase: {@link stayingPurchases} mixed by {@link stageMixture}.
 *
 * @param parameters a may be 0: nobody leaves
 * @param histories one row per customer
 * @param horizon finite, in the unit of the histories
 * @returns the chance of any purchase, the mean, and the mean of the square, one of each per row
 * @example
 * betaGeometricMoments({ model: 'bg-nbd', k: 1, r: 1, alpha: 2, a: 0, b: 1 }, purchaseHistories([{ purchases: 3, recency: 5, age: 6 }]), 4).mean[0].toFixed(9) // '2.000000000'
 */
export function betaGeometricMoments(
  parameters: BetaGeometricParameters,
  histories: PurchaseHistories,
  horizon: number,
) {
  const { model, k, a, b } = parameters
  const moments = { some: 0, mean: 0, square: 0 }
  const [some = none(), mean = none(), square = none()] = stageMixture(parameters, histories, {
    width: 3,
    of: ({ shape, length, passed, purchases }) => {
      const reach = horizon / (length + horizon)
      stayingPurchases({ shape, reach, k, passed, a, b: b + purchases + leavingChances(model) }, moments)
      return [moments.some, moments.mean, moments.square]
    },
  })
  return { some, mean, square }
}

function none(): Float64Array {
  return new Float64Array(0)
}
