import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { unitWeights } from '../scoring/unit-weights.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { sampleDirichlet } from './sample-dirichlet.ts'

/** Weight vectors, one after the other. */
export interface WeightDraws {
  readonly criteria: number
  readonly draws: number
  /** draws · criteria numbers; those of one draw lie together and sum to 1. */
  readonly weights: Float64Array
}

/** How weights are drawn. */
export interface WeightSpread {
  /** The vectors around which to draw: the chosen weights alone, or one vector for each department. */
  readonly around: readonly ArrayLike<number>[]
  /** Of the Dirichlet noise: 100 moves a weight of 0.2 by 0.04 (one standard deviation); Infinity for no noise. */
  readonly concentration: number
  readonly seed: number
  readonly draws: number
  /** Number of the first draw, to split draws over threads; 0 where absent. */
  readonly from?: number
}

/**
 * Weight vectors around the chosen ones, or around those of departments (each as likely as the others).
 *
 * Every draw has its own seed: draws 0 to 999 are the same whether they are made at once or in parts.
 *
 * @returns weights of sum 1; a weight of 0 stays 0
 * @throws RangeError naming the argument it cannot work with
 * @example
 * [...drawWeights({ around: [[1, 3]], concentration: Infinity, seed: 1, draws: 1 }).weights] // [0.25, 0.75]
 * drawWeights({ around: [[1, 3]], concentration: 9, seed: 1, draws: 5 }).weights[9] === drawWeights({ around: [[1, 3]], concentration: 9, seed: 1, draws: 1, from: 4 }).weights[1] // true
 * drawWeights({ around: [], concentration: 9, seed: 1, draws: 5 }) // throws RangeError
 */
export function drawWeights({ around, concentration, seed, draws, from = 0 }: WeightSpread): WeightDraws {
  const vectors = around.map(unitWeights)
  const criteria = vectors[0]?.length ?? 0
  if (criteria === 0) throw new RangeError(`around must hold at least one vector of weights, got ${around.length}`)
  vectors.forEach((vector, i) => requireSameLength(`around[${i}]`, { expected: criteria, actual: vector.length }))
  requireInteger('seed', seed)
  requireNonNegative('draws', requireInteger('draws', draws))
  requireNonNegative('from', requireInteger('from', from))
  const weights = new Float64Array(draws * criteria)
  // Spread far apart, so that the draws of neighbouring seeds do not overlap.
  const base = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d)
  for (let draw = 0; draw < draws; draw++) {
    const random = seededRandom((base + from + draw) | 0)
    const mean = vectors[vectors.length === 1 ? 0 : Math.floor(random() * vectors.length)] ?? new Float64Array(criteria)
    weights.set(sampleDirichlet(random, { mean, concentration }), draw * criteria)
  }
  return { criteria, draws, weights }
}
