import { total } from '../arithmetic/total.ts'
import { solvePositiveDefinite } from '../optimization/solve-positive-definite.ts'
import type { Comparisons } from './comparisons.ts'
import { judgementLogarithm } from './judgement-logarithm.ts'

/**
 * Logarithms of the weights that come nearest to the judgements in the sense of logarithmic least squares, with mean 0.
 *
 * With all comparisons made these are the means of the rows; otherwise they solve L y = r, L the Laplacian of the graph of
 * comparisons and r the sums of the rows.
 *
 * @param judged all criteria connected
 * @throws RangeError when the criteria are not connected
 * Source: Crawford and Williams 1985, "A note on the analysis of subjective judgment matrices"; Bozóki, Fülöp and Rónyai
 * 2010, "On optimal completion of incomplete pairwise comparison matrices".
 * @example
 * [...logarithmicPriorities({ size: 2, values: Float64Array.of(1, 4, 0.25, 1) })] // [Math.LN2, -Math.LN2]
 * logarithmicPriorities({ size: 2, values: Float64Array.of(1, 0, 0, 1) }) // throws RangeError
 */
export function logarithmicPriorities({ size, values }: Comparisons): Float64Array {
  const logs = values.map((value) => (value > 0 ? judgementLogarithm(value) : 0))
  const sums = Float64Array.from({ length: size }, (_, i) => total(logs.subarray(i * size, (i + 1) * size)))
  if (!values.includes(0)) return sums.map((sum) => sum / size)

  // The first criterion is held at 0: without its row the Laplacian of a connected graph is positive definite.
  const rest = size - 1
  const laplacian = new Float64Array(rest * rest)
  for (let i = 0; i < rest; i++) {
    for (let j = 0; j < size; j++) {
      if (j === i + 1 || values[(i + 1) * size + j] === 0) continue
      laplacian[i * rest + i] = (laplacian[i * rest + i] ?? 0) + 1
      if (j > 0) laplacian[i * rest + j - 1] = -1
    }
  }
  const solved = solvePositiveDefinite({ size: rest, values: laplacian }, sums.subarray(1))
  if (solved === null) throw new RangeError(`judged must connect all ${size} criteria, got groups apart`)
  const free = Float64Array.of(0, ...solved)
  const mean = total(free) / size
  return free.map((value) => value - mean)
}
