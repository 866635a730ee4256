import { digamma } from '../special-functions/digamma.ts'
import { logRisingFactorial } from '../special-functions/log-rising-factorial.ts'
import type { HistoryKernel } from './history-kernel.ts'
import type { LeveledHistories } from './purchase-levels.ts'
import { stagePolynomial } from './stage-polynomial.ts'

/**
 * Kernel of the NBD with k stages per purchase; derivatives by r, alpha.
 *
 * With R = r + kx: L = Γ(R)/Γ(r) · α^r / (α + T)^R · Σⱼ (R)ⱼ/j! yʲ, y = (T − t_x)/(α + T), j < k. The factor
 * Π gap^(k−1)/Γ(k) of the purchase times is no matter of the parameters and is not part of it.
 *
 * @param parameters k, r, alpha
 * @param histories with their levels
 * @example
 * evaluateRows(nbdKernel({ k: 1, r: 1, alpha: 1 }, withLevels(purchaseHistories([{ purchases: 0, recency: 0, age: 1 }]))), 1).logLikelihoods[0] // -Math.LN2
 */
export function nbdKernel(
  parameters: { readonly k: number; readonly r: number; readonly alpha: number },
  histories: LeveledHistories,
): HistoryKernel {
  const { k, r, alpha } = parameters
  const { purchaseLevels, ageLevels, recency, age } = histories
  const { values: levels, places: levelOf } = purchaseLevels
  const rising = levels.map((level) => logRisingFactorial(r, k * level))
  const digammaGain = levels.map((level) => digamma(r + k * level) - digamma(r))
  const fades = ageLevels.values.map((observed) => Math.log1p(observed / alpha))
  const logLengths = ageLevels.values.map((observed) => Math.log(alpha + observed))
  const stages = { value: 1, byShape: 0, byPoint: 0 }

  return (row, out) => {
    const level = levelOf[row] ?? 0
    const steps = k * (levels[level] ?? 0)
    const observed = age[row] ?? 0
    const ageLevel = ageLevels.places[row] ?? 0
    const fade = fades[ageLevel] ?? 0
    const length = alpha + observed
    const point = (observed - (recency[row] ?? 0)) / length
    if (k > 1) stagePolynomial({ shape: r + steps, point, k }, stages)
    const logStages = k > 1 ? Math.log(stages.value) : 0
    out[0] = (rising[level] ?? 0) - r * fade - steps * (logLengths[ageLevel] ?? 0) + logStages
    out[1] = 1
    out[2] = (digammaGain[level] ?? 0) - fade + stages.byShape / stages.value
    out[3] = ((r * observed) / alpha - steps) / length - (stages.byPoint * point) / length / stages.value
  }
}
