import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { total } from '../arithmetic/total.ts'
import { requireWeightVectors } from './require-weight-vectors.ts'
import { weightsFromLogarithms } from './weights-from-logarithms.ts'

/** `arithmetic` finds the middle; under `geometric` a criterion that one gives no weight has none. */
export type WeightMean = 'arithmetic' | 'geometric'

export interface BlendOptions {
  /** How much each vector counts, not below 0, in any scale; all alike unless told. */
  readonly shares?: readonly number[]
  /** `arithmetic` unless told. */
  readonly mean?: WeightMean
}

/**
 * One set of weights out of several: of experts, which is the aggregation of individual priorities, or of methods.
 *
 * @param vectors weights of the same criteria, each with sum 1 and none below 0
 * @returns one weight per criterion, sum 1
 * @throws RangeError naming a vector or a share that is out of range, or when the geometric mean leaves nothing
 * Source: Forman and Peniwati 1998, "Aggregating individual judgments and priorities with the analytic hierarchy process".
 * @example
 * [...blendedWeights([[0.5, 0.5], [0.75, 0.25]], { shares: [1, 3] })] // [0.6875, 0.3125]
 * [...blendedWeights([[0.5, 0.5], [0.9, 0.1]], { mean: 'geometric' })].map((weight) => weight.toFixed(3)) // ['0.750', '0.250']
 * blendedWeights([[1, 0], [0, 1]], { mean: 'geometric' }) // throws RangeError
 */
export function blendedWeights(vectors: readonly ArrayLike<number>[], options: BlendOptions = {}): Float64Array {
  const { shares = vectors.map(() => 1), mean = 'arithmetic' } = options
  requireWeightVectors(vectors)
  requireSameLength('shares', { expected: vectors.length, actual: shares.length })
  shares.forEach((share, i) => requireNonNegative(`shares[${i}]`, share))
  const shareSum = total(shares)
  if (!(shareSum > 0)) throw new RangeError(`shares must have one above 0, got ${shares.length} without`)

  const counted = vectors.flatMap((weights, i) => {
    const share = (shares[i] ?? 0) / shareSum
    return share > 0 ? [{ weights, share }] : []
  })
  const size = vectors[0]?.length ?? 0
  const means = Float64Array.from({ length: size }, (_, j) =>
    total(
      counted.map(({ weights, share }) => share * (mean === 'geometric' ? safeLog(weights[j]) : (weights[j] ?? 0))),
    ),
  )
  if (mean === 'arithmetic') return rescaled(means)
  const known = means.map((log, j) => (counted.some(({ weights }) => weights[j] === 0) ? -Infinity : log))
  if (!known.some((log) => log > -Infinity)) {
    throw new RangeError('vectors must agree on a criterion with weight for a geometric mean, got none')
  }
  return weightsFromLogarithms(known)
}

function safeLog(weight: number | undefined): number {
  return weight === undefined || weight === 0 ? 0 : Math.log(weight)
}

function rescaled(weights: Float64Array): Float64Array {
  const sum = total(weights)
  return weights.map((weight) => weight / sum)
}
