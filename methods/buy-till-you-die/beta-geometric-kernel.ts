import { digamma } from '../special-functions/digamma.ts'
import { logBeta } from '../special-functions/log-beta.ts'
import { logRisingFactorial } from '../special-functions/log-rising-factorial.ts'
import type { HistoryKernel } from './history-kernel.ts'
import type { LeveledHistories } from './purchase-levels.ts'
import type { BetaGeometricParameters } from './purchase-parameters.ts'
import { stagePolynomial } from './stage-polynomial.ts'

/**
 * Times that a customer could have left before the last purchase seen: x, and one more where leaving right after the
 * first purchase is possible (mbg).
 *
 * @example
 * leavingChances('bg-nbd') // 0
 * leavingChances('mbg-cnbd-k') // 1
 */
export function leavingChances(model: BetaGeometricParameters['model']): 0 | 1 {
  return model === 'mbg-nbd' || model === 'mbg-cnbd-k' ? 1 : 0
}

/** What depends on the number of purchases alone. */
interface Level {
  readonly steps: number
  readonly base: number
  readonly logLeaving: number
  readonly byShape: number
  readonly byA: number
  readonly byB: number
  readonly byBLeaving: number
}

/**
 * Kernel of BG/NBD, MBG/NBD and their versions with k stages per purchase; derivatives by r, alpha, a, b.
 *
 * With R = r + kx and n = x (+ 1 for mbg): L = Γ(R)/Γ(r) · αʳ · B(a, b + n)/B(a, b) · { S(y)/(α + T)^R +
 * a/(b + n − 1) / (α + t_x)^R }, the second part only where n > 0; S as in {@link stagePolynomial}. P(alive) is the share
 * of the first part. The constant factor of the purchase times is left out, as in {@link nbdKernel}.
 *
 * Source: Fader, Hardie and Lee 2005; Batislam, Denizel and Filiztekin 2007; Reutterer, Platzer and Schröder 2021.
 * @example
 * evaluateRows(betaGeometricKernel({ model: 'bg-nbd', k: 1, r: 1, alpha: 1, a: 1, b: 1 }, withLevels(purchaseHistories([{ purchases: 0, recency: 0, age: 1 }]))), 1).logLikelihoods[0] // -Math.LN2
 */
export function betaGeometricKernel(parameters: BetaGeometricParameters, histories: LeveledHistories): HistoryKernel {
  const { k, r, alpha } = parameters
  const { purchaseLevels, recencyLevels, ageLevels, recency, age } = histories
  const fades = ageLevels.values.map((observed) => Math.log1p(observed / alpha))
  const logLengths = ageLevels.values.map((observed) => Math.log(alpha + observed))
  const logSeen = recencyLevels.values.map((last) => Math.log(alpha + last))
  const table = Array.from(purchaseLevels.values, (purchases) => levelOfPurchases(parameters, purchases))
  const stages = { value: 1, byShape: 0, byPoint: 0 }

  return (row, out) => {
    const level = table[purchaseLevels.places[row] ?? 0]
    if (level === undefined) return
    const { steps } = level
    const observed = age[row] ?? 0
    const last = recency[row] ?? 0
    const shape = r + steps
    const ageLevel = ageLevels.places[row] ?? 0
    const fade = fades[ageLevel] ?? 0
    const logLength = logLengths[ageLevel] ?? 0
    const length = alpha + observed
    const point = (observed - last) / length
    if (k > 1) stagePolynomial({ shape, point, k }, stages)
    const logStages = k > 1 ? Math.log(stages.value) : 0

    const silence = logLength - (logSeen[recencyLevels.places[row] ?? 0] ?? 0)
    const odds = level.logLeaving + shape * silence - logStages
    const ratio = Math.exp(odds)
    const alive = 1 / (1 + ratio)
    const left = 1 - alive
    out[0] = level.base - r * fade - steps * logLength + logStages + (odds > 30 ? odds : Math.log1p(ratio))
    out[1] = alive
    out[2] = level.byShape - fade + (alive * stages.byShape) / stages.value + left * silence
    out[3] =
      ((r * observed) / alpha - steps) / length -
      (alive * stages.byPoint * point) / length / stages.value -
      (left * shape * (observed - last)) / (length * (alpha + last))
    out[4] = level.byA + left / parameters.a
    out[5] = level.byB - left * level.byBLeaving
  }
}

function levelOfPurchases({ model, k, r, a, b }: BetaGeometricParameters, purchases: number): Level {
  const chances = purchases + leavingChances(model)
  const steps = k * purchases
  const stayed = chances === 0 ? 0 : logBeta(a, b + chances) - logBeta(a, b)
  const byBoth = digamma(a + b) - digamma(a + b + chances)
  return {
    steps,
    base: logRisingFactorial(r, steps) + stayed,
    logLeaving: chances === 0 ? -Infinity : Math.log(a / (b + chances - 1)),
    byShape: digamma(r + steps) - digamma(r),
    byA: byBoth,
    byB: byBoth + digamma(b + chances) - digamma(b),
    byBLeaving: chances === 0 ? 0 : 1 / (b + chances - 1),
  }
}
