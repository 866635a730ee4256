import { digamma } from '../special-functions/digamma.ts'
import { gaussLegendre, type QuadratureRule } from '../special-functions/gauss-legendre.ts'
import { logRisingFactorial } from '../special-functions/log-rising-factorial.ts'
import type { HistoryKernel } from './history-kernel.ts'
import type { LeveledHistories } from './purchase-levels.ts'
import type { ParetoNbdParameters } from './purchase-parameters.ts'

/** Where the integrand has fallen by e⁻⁴² nothing of it is left in a double. */
const deepestFall = 42
const rules: readonly QuadratureRule[] = [8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 64].map(gaussLegendre)

/**
 * Kernel of the Pareto/NBD; derivatives by r, alpha, s, beta.
 *
 * L = Γ(r + x)/Γ(r) · αʳ βˢ · { (α + T)^−(r+x) (β + T)^−s + s ∫ (α + τ)^−(r+x) (β + τ)^−(s+1) dτ }, τ from t_x to T: the
 * customer is alive at T, or left at some τ after the last purchase. P(alive) is the share of the first part.
 *
 * The usual difference of two hypergeometric functions cancels; the integral has only positive terms. It is taken by
 * Gauss–Legendre in log(τ + min(α, β)), where the integrand is all but an exponential function, relative error below
 * 1e-10, and so are its derivatives.
 *
 * Source: Schmittlein, Morrison and Colombo 1987, "Counting your customers", equation A15 before integration.
 * @example
 * evaluateRows(paretoNbdKernel({ model: 'pareto-nbd', r: 1, alpha: 1, s: 1, beta: 1 }, withLevels(purchaseHistories([{ purchases: 0, recency: 0, age: 1 }]))), 1).aliveProbabilities[0].toFixed(9) // '0.400000000'
 */
export function paretoNbdKernel(parameters: ParetoNbdParameters, histories: LeveledHistories): HistoryKernel {
  const { r, alpha, s, beta } = parameters
  const { purchaseLevels, ageLevels, recency, age } = histories
  const { values: levels, places: levelOf } = purchaseLevels
  const fades = ageLevels.values.map((observed) => Math.log1p(observed / alpha))
  const survivals = ageLevels.values.map((observed) => Math.log1p(observed / beta))
  const logLengths = ageLevels.values.map((observed) => Math.log(alpha + observed))
  const rising = levels.map((level) => logRisingFactorial(r, level))
  const digammaGain = levels.map((level) => digamma(r + level) - digamma(r))
  const gone: Departure = { logIntegral: 0, byR: 0, byAlpha: 0, byS: 0, byBeta: 0 }

  return (row, out) => {
    const level = levelOf[row] ?? 0
    const purchases = levels[level] ?? 0
    const observed = age[row] ?? 0
    const last = recency[row] ?? 0
    const ageLevel = ageLevels.places[row] ?? 0
    const fade = fades[ageLevel] ?? 0
    const survival = survivals[ageLevel] ?? 0
    const aliveByAlpha = ((r * observed) / alpha - purchases) / (alpha + observed)
    const aliveByBeta = (s * observed) / (beta * (beta + observed))
    const logAlive = -r * fade - purchases * (logLengths[ageLevel] ?? 0) - s * survival

    out[2] = digammaGain[level] ?? 0
    if (observed <= last) {
      out[0] = (rising[level] ?? 0) + logAlive
      out[1] = 1
      out[2] -= fade
      out[3] = aliveByAlpha
      out[4] = -survival
      out[5] = aliveByBeta
      return
    }
    departure(parameters, { purchases, last, observed }, gone)
    const odds = gone.logIntegral - logAlive
    const ratio = Math.exp(odds)
    const alive = 1 / (1 + ratio)
    const left = 1 - alive
    out[0] = (rising[level] ?? 0) + logAlive + (odds > 30 ? odds : Math.log1p(ratio))
    out[1] = alive
    out[2] += left * gone.byR - alive * fade
    out[3] = alive * aliveByAlpha + left * gone.byAlpha
    out[4] = left * gone.byS - alive * survival
    out[5] = alive * aliveByBeta + left * gone.byBeta
  }
}

/** The integral over the time of leaving, its logarithm and the derivatives of that. */
interface Departure {
  logIntegral: number
  byR: number
  byAlpha: number
  byS: number
  byBeta: number
}

function departure(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { purchases, last, observed }: { purchases: number; last: number; observed: number },
  into: Departure,
): void {
  const near = Math.min(alpha, beta)
  const far = Math.max(alpha, beta)
  const nearPower = alpha <= beta ? r + purchases : s + 1
  const farPower = alpha <= beta ? s + 1 : r + purchases
  const begin = last + near
  const reach = begin / (last + far)
  const slope = nearPower - 1 + farPower * reach
  const fullWidth = Math.log1p((observed - last) / begin)
  const width = slope > 0 ? Math.min(fullWidth, deepestFall / slope) : fullWidth
  const fall = Math.abs((nearPower - 1) * width + farPower * Math.log1p(reach * Math.expm1(width)))
  const { nodes, weights } = ruleFor(width, fall)

  let sum = 0
  let byR = 0
  let byAlpha = 0
  let byS = 0
  let byBeta = 0
  for (let i = 0; i < nodes.length; i++) {
    const v = width * (nodes[i] ?? 0)
    const growth = Math.exp(v)
    const farGain = Math.log1p(reach * (growth - 1))
    const weight = (weights[i] ?? 0) * Math.exp(v - nearPower * v - farPower * farGain)
    const time = begin * growth - near
    const perAlpha = weight / (alpha + time)
    const perBeta = weight / (beta + time)
    sum += weight
    byR += weight * (alpha <= beta ? v : farGain)
    byS += weight * (alpha <= beta ? farGain : v)
    byAlpha += ((r * time) / alpha - purchases) * perAlpha
    byBeta += time * perBeta
  }
  const fade = Math.log1p(last / alpha)
  const survival = Math.log1p(last / beta)
  const start = -r * fade - purchases * Math.log(alpha + last) - (s + 1) * survival
  into.logIntegral = start + Math.log((s / beta) * begin * width * sum)
  into.byR = -fade - byR / sum
  into.byAlpha = byAlpha / sum
  into.byS = 1 / s - survival - byS / sum
  into.byBeta = (-1 + ((s + 1) * byBeta) / sum) / beta
}

/** Nodes enough for an exponential fall and for the nearest singularity, π away across the path. */
function ruleFor(width: number, fall: number): QuadratureRule {
  const needed = Math.max(0.62 * fall + 7, 2.4 * width + 5 + 0.2 * fall)
  for (const rule of rules) if (rule.nodes.length >= needed) return rule
  return rules.at(-1) ?? gaussLegendre(64)
}
