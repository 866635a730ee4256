import { logBeta } from '../special-functions/log-beta.ts'
import { regularizedBeta } from '../special-functions/regularized-beta.ts'
import { leavingChances } from './beta-geometric-kernel.ts'
import type { PurchaseCount } from './purchase-probability.ts'
import type { BetaGeometricParameters } from './purchase-parameters.ts'

/**
 * P(X(t) = n) for BG/NBD, MBG/NBD and their versions with k stages per purchase.
 *
 * The stages N passed by t are NBD; n purchases mean k·n ≤ N < k·(n + 1) for a customer who stayed, or k·n ≤ N for one
 * who left after the n-th.
 *
 * @param parameters a may be 0: nobody leaves
 * @param count purchases and horizon
 * Source: Fader, Hardie and Lee 2005, equation 8; Reutterer, Platzer and Schröder 2021.
 * @example
 * stageProbability({ model: 'bg-nbd', k: 1, r: 1, alpha: 2, a: 0, b: 1 }, { purchases: 0, horizon: 2 }).toFixed(9) // '0.500000000'
 */
export function stageProbability(
  { model, k, r, alpha, a, b }: BetaGeometricParameters,
  { purchases, horizon }: PurchaseCount,
): number {
  const reach = horizon / (alpha + horizon)
  const atLeast = (stages: number): number => (stages === 0 ? 1 : regularizedBeta(reach, { a: stages, b: r }))
  const stays = (chances: number): number =>
    a === 0 || chances === 0 ? 1 : Math.exp(logBeta(a, b + chances) - logBeta(a, b))
  const chances = purchases + leavingChances(model)
  const reached = atLeast(k * purchases)
  const stayed = stays(chances) * Math.max(0, reached - atLeast(k * (purchases + 1)))
  if (chances === 0) return stayed
  return stayed + ((stays(chances - 1) * a) / (a + b + chances - 1)) * reached
}
