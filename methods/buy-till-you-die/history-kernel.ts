/**
 * The mathematics of one model at one point of its parameters. Called for every row, so it writes into a vector:
 * [0] log-likelihood, [1] P(alive), from [2] the derivatives of the log-likelihood by the parameters.
 */
export type HistoryKernel = (row: number, out: Float64Array) => void

/** Columns over the rows of histories. */
export interface CustomerLikelihoods {
  readonly logLikelihoods: Float64Array
  /** Probability that the customer has not left at the end of observation. */
  readonly aliveProbabilities: Float64Array
}

/**
 * Runs a kernel over all rows.
 *
 * @param kernel of a model
 * @param rows how many
 * @example
 * [...evaluateRows((row, out) => { out[0] = -row; out[1] = 1 }, 2).aliveProbabilities] // [1, 1]
 */
export function evaluateRows(kernel: HistoryKernel, rows: number): CustomerLikelihoods {
  const logLikelihoods = new Float64Array(rows)
  const aliveProbabilities = new Float64Array(rows)
  const out = new Float64Array(8)
  for (let row = 0; row < rows; row++) {
    kernel(row, out)
    logLikelihoods[row] = out[0] ?? 0
    aliveProbabilities[row] = out[1] ?? 0
  }
  return { logLikelihoods, aliveProbabilities }
}

/**
 * Total log-likelihood of grouped rows.
 *
 * @param kernel of a model
 * @param counts customers per row
 * @param into receives the total of the derivatives
 * @example
 * sumRows((row, out) => { out[0] = -row; out[2] = 1 }, Float64Array.of(5, 3), { gradient: new Float64Array(1) }) // -3
 */
export function sumRows(
  kernel: HistoryKernel,
  counts: Float64Array,
  into: { readonly gradient: Float64Array },
): number {
  const { gradient } = into
  const out = new Float64Array(8)
  gradient.fill(0)
  let sum = 0
  for (let row = 0; row < counts.length; row++) {
    kernel(row, out)
    const count = counts[row] ?? 0
    sum += count * (out[0] ?? 0)
    for (let j = 0; j < gradient.length; j++) gradient[j] = (gradient[j] ?? 0) + count * (out[j + 2] ?? 0)
  }
  return sum
}
