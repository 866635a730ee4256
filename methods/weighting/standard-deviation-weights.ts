import { columnMoments } from './column-moments.ts'
import { proportionalWeights } from './proportional-weights.ts'

/**
 * Weights in proportion to the standard deviations of the columns after min–max: a criterion weighs the more, the more it
 * tells accounts apart.
 *
 * A constant column has weight 0; if all are constant, all weigh alike.
 *
 * @param columns one per criterion, equally long
 * @returns one weight per column, sum 1
 * @throws RangeError when there is no column, naming a column of another length, or a value that is not finite
 * Source: Diakoulaki, Mavrotas and Papayannakis 1995, "Determining objective weights in multiple criteria problems: the
 * CRITIC method", where it is the method compared with.
 * @example
 * [...standardDeviationWeights([Float64Array.of(0, 1), Float64Array.of(10, 30), Float64Array.of(4, 4)])] // [0.5, 0.5, 0]
 * standardDeviationWeights([]) // throws RangeError
 */
export function standardDeviationWeights(columns: readonly Float64Array[]): Float64Array {
  return proportionalWeights(Array.from(columnMoments(columns).deviations))
}
