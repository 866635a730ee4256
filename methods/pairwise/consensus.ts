import { total } from '../arithmetic/total.ts'
import { requireWeightVectors } from '../weighting/require-weight-vectors.ts'
import { largestJudgement } from './judgement-matrix.ts'
import { weightDistance } from './weight-distance.ts'

export interface Consensus {
  /** 0 = the experts could not differ more on this scale, 1 = they give the same weights. */
  readonly consensus: number
  /** Shannon entropy of the weights of an expert, on average; natural logarithm. */
  readonly alpha: number
  /** What the experts add to each other's entropy: gamma − alpha, 0 when all give the same weights. */
  readonly beta: number
  /** Shannon entropy of the mean weights. */
  readonly gamma: number
  /** Share of weight that one expert would have to move to agree with another, on average over pairs; 0 for one. */
  readonly averageDistance: number
}

/**
 * How far experts agree on weights: Goepel's AHP consensus, from the diversity within and between them.
 *
 * S = (1 / e^β − m) / (1 − m) with m = e^αmin / n, where αmin is the entropy of an expert who judges one criterion 9 times
 * as important as each of the others. The mean that gamma is taken of is arithmetic; all experts count alike. Weights more
 * one-sided than that (with gaps they can be) do not bring it below 0.
 *
 * Goepel calls below 0.5 very low, to 0.625 low, to 0.75 moderate, to 0.875 high, above very high.
 *
 * @param vectors weights of the same criteria, one per expert, each with sum 1
 * @throws RangeError naming a vector that is out of range
 * Source: Goepel 2013, "Implementing the analytic hierarchy process as a standard method for multi-criteria decision making
 * in corporate enterprises", with the greatest gamma n of his later note, "AHP consensus indicator"; Jost 2006, "Entropy
 * and diversity".
 * @example
 * consensus([[0.9, 0.1], [0.1, 0.9]]).consensus.toFixed(9) // '0.000000000'
 * consensus([[0.6, 0.4], [0.6, 0.4]]).consensus // 1
 * consensus([[0.6, 0.6]]) // throws RangeError
 */
export function consensus(vectors: readonly ArrayLike<number>[]): Consensus {
  requireWeightVectors(vectors)
  const size = vectors[0]?.length ?? 1
  const means = Array.from(
    { length: size },
    (_, j) => total(vectors.map((weights) => weights[j] ?? 0)) / vectors.length,
  )
  const gamma = entropy(means)
  const alpha = total(vectors.map((weights) => entropy(weights))) / vectors.length
  // Below this the difference is rounding.
  const beta = gamma - alpha < 1e-15 ? 0 : gamma - alpha
  const others = Array.from({ length: size - 1 }, () => 1 / (size - 1 + largestJudgement))
  const least = Math.exp(entropy([...others, largestJudgement / (size - 1 + largestJudgement)])) / size
  const indicator = size === 1 ? 1 : (Math.exp(-beta) - least) / (1 - least)
  return { consensus: Math.max(0, indicator), alpha, beta, gamma, averageDistance: averageDistance(vectors) }
}

function entropy(weights: ArrayLike<number>): number {
  return total(Array.from(weights, (weight) => (weight > 0 ? -weight * Math.log(weight) : 0)))
}

function averageDistance(vectors: readonly ArrayLike<number>[]): number {
  const distances = vectors.flatMap((first, i) => vectors.slice(i + 1).map((second) => weightDistance(first, second)))
  return distances.length === 0 ? 0 : total(distances) / distances.length
}
