import type { Points } from './points.ts'

export type MixtureShape = 'full' | 'diagonal'

/** Normal components: weights, means (row after row) and covariances (square after square). */
export interface Mixture {
  readonly weights: Float64Array
  readonly means: Float64Array
  readonly covariances: Float64Array
}

export interface FitMixture {
  /** Where to begin: the component of each row. */
  readonly labels: ArrayLike<number>
  readonly k: number
  readonly shape: MixtureShape
  readonly mostIterations: number
}

/** Gain in log-likelihood per row that counts as none. */
const tolerance = 1e-6
const addedVariance = 1e-3

/**
 * Expectation and maximisation in turn, from a partition, until the likelihood stands still.
 *
 * @param points finite
 * @param options the partition and the shape of the components
 * @example
 * fitMixture(pointsFrom([[0, 2, 8, 10]]), { labels: [0, 0, 1, 1], k: 2, shape: 'full', mostIterations: 50 }).converged // true
 */
export function fitMixture(
  points: Points,
  { labels, k, shape, mostIterations }: FitMixture,
): { mixture: Mixture; iterations: number; converged: boolean } {
  const { rows, width } = points
  const shares = new Float64Array(rows * k)
  for (let i = 0; i < rows; i++) shares[i * k + (labels[i] ?? 0)] = 1
  const added = addedVariance * meanVariance(points)
  let mixture = maximised(points, { shares, k, shape, added })
  let before = -Infinity
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const logLikelihood = expected(points, mixture, shares)
    if (Math.abs(logLikelihood - before) <= tolerance * rows) return { mixture, iterations, converged: true }
    before = logLikelihood
    mixture = maximised(points, { shares, k, shape, added })
  }
  return { mixture, iterations: mostIterations, converged: width === 0 }
}

/**
 * Where each row most likely comes from.
 *
 * @param points finite
 * @param mixture as {@link fitMixture} finds it
 * @example
 * [...classifyByMixture(pointsFrom([[0, 9]]), { weights: Float64Array.of(0.5, 0.5), means: Float64Array.of(0, 10),
 *   covariances: Float64Array.of(1, 1) }).labels] // [0, 1]
 */
export function classifyByMixture(
  points: Points,
  mixture: Mixture,
): { labels: Int32Array; probabilities: Float64Array; logLikelihood: number } {
  const k = mixture.weights.length
  const shares = new Float64Array(points.rows * k)
  const logLikelihood = expected(points, mixture, shares)
  const labels = new Int32Array(points.rows)
  const probabilities = new Float64Array(points.rows)
  for (let i = 0; i < points.rows; i++) {
    for (let component = 0; component < k; component++) {
      const share = shares[i * k + component] ?? 0
      if (share <= (probabilities[i] ?? 0)) continue
      probabilities[i] = share
      labels[i] = component
    }
  }
  return { labels, probabilities, logLikelihood }
}

function meanVariance({ rows, width, values }: Points): number {
  let total = 0
  for (let j = 0; j < width; j++) {
    let [mean, squares] = [0, 0]
    for (let i = 0; i < rows; i++) {
      const value = values[i * width + j] ?? 0
      const before = value - mean
      mean += before / (i + 1)
      squares += before * (value - mean)
    }
    total += squares / rows
  }
  return total / width || 1
}

interface Shares {
  readonly shares: Float64Array
  readonly k: number
  readonly shape: MixtureShape
  readonly added: number
}

/** The components that fit the shares of the rows best. */
function maximised({ rows, width, values }: Points, { shares, k, shape, added }: Shares): Mixture {
  const weights = new Float64Array(k)
  const means = new Float64Array(k * width)
  const covariances = new Float64Array(k * width * width)
  for (let component = 0; component < k; component++) {
    let weight = 1e-10
    const mean = means.subarray(component * width, (component + 1) * width)
    for (let i = 0; i < rows; i++) {
      const share = shares[i * k + component] ?? 0
      weight += share
      for (let j = 0; j < width; j++) mean[j] = (mean[j] ?? 0) + share * (values[i * width + j] ?? 0)
    }
    for (let j = 0; j < width; j++) mean[j] = (mean[j] ?? 0) / weight
    weights[component] = weight / rows
    const square = covariances.subarray(component * width * width, (component + 1) * width * width)
    const apart = new Float64Array(width)
    for (let i = 0; i < rows; i++) {
      const share = (shares[i * k + component] ?? 0) / weight
      if (share < 1e-14) continue
      for (let j = 0; j < width; j++) apart[j] = (values[i * width + j] ?? 0) - (mean[j] ?? 0)
      addProducts(square, { apart, share, shape })
    }
    for (let one = 0; one < width; one++) {
      for (let other = 0; other < one; other++) square[other * width + one] = square[one * width + other] ?? 0
      square[one * width + one] = (square[one * width + one] ?? 0) + added
    }
  }
  return { weights, means, covariances }
}

/** Adds the products of a row's differences to the lower half of a square, or to its diagonal. */
function addProducts(
  square: Float64Array,
  { apart, share, shape }: { readonly apart: Float64Array; readonly share: number; readonly shape: MixtureShape },
): void {
  const width = apart.length
  for (let one = 0; one < width; one++) {
    const part = share * (apart[one] ?? 0)
    for (let other = shape === 'full' ? 0 : one; other <= one; other++) {
      square[one * width + other] = (square[one * width + other] ?? 0) + part * (apart[other] ?? 0)
    }
  }
}

/** Writes how likely each row comes from each component, and returns the log-likelihood. */
function expected({ rows, width, values }: Points, mixture: Mixture, shares: Float64Array): number {
  const k = mixture.weights.length
  for (let component = 0; component < k; component++) {
    const factor = lowerFactor(mixture.covariances.subarray(component * width * width), width)
    let constant = Math.log(mixture.weights[component] ?? 0) - (width / 2) * Math.log(2 * Math.PI)
    for (let j = 0; j < width; j++) constant -= Math.log(factor[j * width + j] ?? 1)
    const mean = mixture.means.subarray(component * width, (component + 1) * width)
    const solved = new Float64Array(width)
    const squaredOf = (from: number): number => {
      let squared = 0
      for (let one = 0; one < width; one++) {
        let rest = (values[from + one] ?? 0) - (mean[one] ?? 0)
        for (let other = 0; other < one; other++) rest -= (factor[one * width + other] ?? 0) * (solved[other] ?? 0)
        const part = rest / (factor[one * width + one] ?? 1)
        solved[one] = part
        squared += part * part
      }
      return squared
    }
    for (let i = 0; i < rows; i++) shares[i * k + component] = constant - squaredOf(i * width) / 2
  }
  let total = 0
  for (let i = 0; i < rows; i++) {
    let top = -Infinity
    for (let at = i * k; at < (i + 1) * k; at++) top = Math.max(top, shares[at] ?? 0)
    let sum = 0
    for (let at = i * k; at < (i + 1) * k; at++) sum += Math.exp((shares[at] ?? 0) - top)
    const row = top + Math.log(sum)
    for (let at = i * k; at < (i + 1) * k; at++) shares[at] = Math.exp((shares[at] ?? 0) - row)
    total += row
  }
  return total
}

/** Cholesky's lower factor of a square that is positive definite by what was added to it. */
function lowerFactor(square: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(width * width)
  for (let one = 0; one < width; one++) {
    for (let other = 0; other <= one; other++) {
      let sum = square[one * width + other] ?? 0
      for (let j = 0; j < other; j++) sum -= (factor[one * width + j] ?? 0) * (factor[other * width + j] ?? 0)
      factor[one * width + other] =
        one === other ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (factor[other * width + other] ?? 1)
    }
  }
  return factor
}
