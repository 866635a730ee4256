import { weightsFromLogarithms } from '../weighting/weights-from-logarithms.ts'
import type { Comparisons } from './comparisons.ts'
import { logarithmicPriorities } from './logarithmic-priorities.ts'

/** Priorities by the principal eigenvector. */
export interface Eigenvector {
  /** One weight per criterion, sum 1. */
  readonly weights: Float64Array
  /** The principal eigenvalue; as many as there are criteria when the judgements are consistent, else more. */
  readonly lambdaMax: number
  /** Between these the principal eigenvalue is proved to lie, up to the rounding of doubles. */
  readonly lambdaBounds: readonly [low: number, high: number]
  /** λmax less the number of criteria, summed without cancellation; 0 when the judgements are consistent. */
  readonly excess: number
}

const mostSteps = 100
const mostSquarings = 64

/**
 * Principal eigenvector of checked judgements; for those with gaps of Harker's matrix, in which a gap is 0 and the
 * diagonal 1 + the gaps of the row.
 *
 * Power iteration on the matrix divided by the ratios of its logarithmic least squares, where a consistent matrix is all
 * ones; where that is slow, on its repeated squares. It ends when the bounds of Collatz and Wielandt, min and max of (A x)ᵢ / xᵢ, meet.
 *
 * The excess is Σ (b − 1)² / b over the pairs, divided by n, where b = aᵢⱼ wⱼ / wᵢ: Saaty's identity.
 *
 * @param judged all criteria connected
 * @throws RangeError when the criteria are not connected
 * Source: Saaty 1977, "A scaling method for priorities in hierarchical structures"; Harker 1987, "Incomplete pairwise
 * comparisons in the analytic hierarchy process"; Collatz 1942, "Einschließungssatz für die charakteristischen Zahlen von
 * Matrizen".
 * @example
 * principalEigenvector({ size: 2, values: Float64Array.of(1, 4, 0.25, 1) }).lambdaMax // 2
 */
export function principalEigenvector(judged: Comparisons): Eigenvector {
  const { size } = judged
  const start = logarithmicPriorities(judged)
  const scaled = harkerMatrix(judged, start)
  const found = bySteps(scaled, size) ?? bySquaring(scaled, size)
  const logs = found.vector.map((value, i) => Math.log(value) + (start[i] ?? 0))
  const excess = excessOf(judged, logs)
  return {
    weights: weightsFromLogarithms(logs),
    lambdaMax: size + excess,
    lambdaBounds: [found.low, found.high],
    excess,
  }
}

function harkerMatrix({ size, values }: Comparisons, logs: Float64Array): Float64Array {
  const scaled = values.map((value, at) => {
    const [i, j] = [Math.floor(at / size), at % size]
    return value === 0 ? 0 : Math.exp(Math.log(value) + (logs[j] ?? 0) - (logs[i] ?? 0))
  })
  for (let i = 0; i < size; i++) {
    const gaps = values.subarray(i * size, (i + 1) * size).reduce((count, value) => count + Number(value === 0), 0)
    scaled[i * size + i] = 1 + gaps
  }
  return scaled
}

/** A vector, with the bounds of the eigenvalue that it proves. */
interface Proof {
  readonly vector: Float64Array
  readonly low: number
  readonly high: number
}

/** Plain power iteration; null where it does not get there soon, as with chains of comparisons. */
function bySteps(matrix: Float64Array, size: number): Proof | null {
  let vector = new Float64Array(size).fill(1)
  for (let step = 0; step < mostSteps; step++) {
    const product = productOf(matrix, vector)
    const found = boundedBy(product, vector)
    if (found.high - found.low <= 1e-15 * size * found.high) return found
    vector = product.map((value) => value / found.high)
  }
  return null
}

function bySquaring(matrix: Float64Array, size: number): Proof {
  let power = matrix
  let found: Proof = { vector: rowSums(power, size), low: 0, high: Infinity }
  for (let turn = 0; turn < mostSquarings; turn++) {
    const vector = rowSums(power, size)
    const next = boundedBy(productOf(matrix, vector), vector)
    // Once rounding keeps the bounds from closing in, squaring on only adds to it.
    if (turn > 0 && next.high - next.low >= found.high - found.low && found.high - found.low < 1e-9 * found.high) break
    found = next
    if (found.high - found.low <= 1e-15 * size * found.high) break
    power = squared(power, size)
  }
  return found
}

function rowSums(matrix: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) =>
    matrix.subarray(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0),
  )
}

function productOf(matrix: Float64Array, vector: Float64Array): Float64Array<ArrayBuffer> {
  const size = vector.length
  const product = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let sum = 0
    for (let j = 0; j < size; j++) sum += (matrix[i * size + j] ?? 0) * (vector[j] ?? 0)
    product[i] = sum
  }
  return product
}

function boundedBy(product: Float64Array, vector: Float64Array): Proof {
  let low = Infinity
  let high = 0
  for (let i = 0; i < vector.length; i++) {
    const ratio = (product[i] ?? 0) / (vector[i] ?? 1)
    low = Math.min(low, ratio)
    high = Math.max(high, ratio)
  }
  return { vector, low, high }
}

function squared(matrix: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = matrix[i * size + k] ?? 0
      for (let j = 0; j < size; j++) {
        product[i * size + j] = (product[i * size + j] ?? 0) + factor * (matrix[k * size + j] ?? 0)
      }
    }
  }
  const largest = product.reduce((most, value) => Math.max(most, value), 0)
  return product.map((value) => value / largest)
}

function excessOf({ size, values }: Comparisons, logs: Float64Array): number {
  let sum = 0
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const value = values[i * size + j] ?? 0
      if (value > 0) sum += 4 * Math.sinh((Math.log(value) + (logs[j] ?? 0) - (logs[i] ?? 0)) / 2) ** 2
    }
  }
  // Deviations of a ten-billionth are rounding.
  return sum < 1e-20 ? 0 : sum / size
}
