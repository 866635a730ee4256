import { leavingChances } from './beta-geometric-kernel.ts'
import type { PurchaseHistory } from './purchase-histories.ts'
import type { BetaGeometricParameters } from './purchase-parameters.ts'
import { type PurchaseMoments, stayingPurchases } from './staying-purchases.ts'

const ofStage = { some: 0, mean: 0, square: 0 }

/**
 * Moments of the purchases within a horizon of a customer who is alive at the end of observation, under BG/NBD, MBG/NBD
 * and their versions with k stages per purchase: {@link stayingPurchases} mixed over the stages passed since the last
 * purchase, whose weights are (R)ⱼ/j! yʲ as in {@link stagePolynomial}.
 *
 * @param parameters a may be 0: nobody leaves
 * @param customer history and horizon
 * @param into receives the moments; given back
 * @example
 * betaGeometricMoments({ model: 'bg-nbd', k: 1, r: 1, alpha: 2, a: 0, b: 1 }, { history: { purchases: 3, recency: 5, age: 6 }, horizon: 4 }, { some: 0, mean: 0, square: 0 }).mean.toFixed(9) // '2.000000000'
 */
export function betaGeometricMoments(
  { model, k, r, alpha, a, b }: BetaGeometricParameters,
  customer: { readonly history: PurchaseHistory; readonly horizon: number },
  into: PurchaseMoments,
): PurchaseMoments {
  const { history, horizon } = customer
  const length = alpha + history.age
  const shape = r + k * history.purchases
  const point = (history.age - history.recency) / length
  const reach = horizon / (length + horizon)
  const left = b + history.purchases + leavingChances(model)
  let weight = 1
  let weights = 0
  let [some, mean, square] = [0, 0, 0]
  for (let passed = 0; passed < k; passed++) {
    stayingPurchases({ shape: shape + passed, reach, k, passed, a, b: left }, ofStage)
    some += weight * ofStage.some
    mean += weight * ofStage.mean
    square += weight * ofStage.square
    weights += weight
    weight *= ((shape + passed) * point) / (passed + 1)
  }
  into.some = some / weights
  into.mean = mean / weights
  into.square = square / weights
  return into
}
