import { kMeans } from './k-means.ts'
import { classifyByMixture, fitMixture, type Mixture, type MixtureShape } from './mixture-steps.ts'
import { countDistinctRows, type Points, pointsAt } from './points.ts'
import { sampleRows } from './sample-rows.ts'

export interface MixtureOptions {
  readonly k: number
  readonly seed: number
  /** `full`: every component has its own covariances; `diagonal`: its own variances. */
  readonly shape?: MixtureShape
  readonly mostIterations?: number
}

export interface GaussianMixture extends Mixture {
  /** The component each row most likely comes from, and how likely that is. */
  readonly labels: Int32Array
  readonly probabilities: Float64Array
  /** Of all rows. */
  readonly logLikelihood: number
  readonly parameters: number
  /** parameters · ln n − 2 · log-likelihood: smaller is better. */
  readonly bic: number
  readonly iterations: number
  readonly converged: boolean
}

/** More rows than these are modelled through a sample of as many, and then each placed. */
const fittedRows = 50_000

/**
 * A mixture of normal distributions by expectation and maximisation, begun at k-means. A thousandth of the mean variance of
 * the features is added to every variance, so that no component shrinks to a single row.
 *
 * @param points finite
 * @param options `shape` full where absent, `mostIterations` 200
 * @throws RangeError as {@link kMeans} does
 * Source: Dempster, Laird and Rubin 1977; Fraley and Raftery 2002, "Model-based clustering" (BIC).
 * @example
 * [...gaussianMixture(pointsFrom([[0, 1, 2, 50, 51, 52]]), { k: 2, seed: 1 }).labels] // [0, 0, 0, 1, 1, 1]
 * gaussianMixture(pointsFrom([[0, 1, 2, 50, 51, 52]]), { k: 2, seed: 1 }).parameters // 5
 * gaussianMixture(pointsFrom([[1, 1]]), { k: 2, seed: 1 }) // throws RangeError
 */
export function gaussianMixture(points: Points, options: MixtureOptions): GaussianMixture {
  const { k, seed, shape = 'full', mostIterations = 200 } = options
  const { rows, width } = points
  const drawn = sampleRows(rows, { size: fittedRows, seed })
  const sample = drawn.length === rows ? points : pointsAt(points, drawn)
  const seen = countDistinctRows(sample, k) < k ? points : sample
  const { labels } = kMeans(seen, { k, seed, starts: 5 })
  const { mixture, iterations, converged } = fitMixture(seen, { labels, k, shape, mostIterations })
  const placed = classifyByMixture(points, mixture)
  const parameters = k - 1 + k * width + k * (shape === 'full' ? (width * (width + 1)) / 2 : width)
  return {
    ...mixture,
    ...placed,
    parameters,
    bic: parameters * Math.log(rows) - 2 * placed.logLikelihood,
    iterations,
    converged,
  }
}
