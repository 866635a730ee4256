import { total } from '../arithmetic/total.ts'
import { columnMoments } from './column-moments.ts'
import { proportionalWeights } from './proportional-weights.ts'

/**
 * CRITIC weights (criteria importance through intercriteria correlation): a criterion weighs the more, the more it tells
 * accounts apart and the less others say the same.
 *
 * Columns are brought to 0..1 by min–max; with their standard deviations σ and correlations r, the weight of j is in
 * proportion to σⱼ Σ (1 − rⱼₖ). A constant column has weight 0 and counts for no other; if all are constant, all weigh
 * alike. Where nothing conflicts (one column that varies, or copies of it), the standard deviations alone decide.
 *
 * @param columns one per criterion, equally long, more = better: negate the values of costs before
 * @returns one weight per column, sum 1
 * @throws RangeError when there is no column, naming a column of another length, or a value that is not finite
 * Source: Diakoulaki, Mavrotas and Papayannakis 1995, "Determining objective weights in multiple criteria problems: the
 * CRITIC method".
 * @example
 * [...criticWeights([Float64Array.of(1, 2, 3), Float64Array.of(3, 2, 1), Float64Array.of(4, 4, 4)])] // [0.5, 0.5, 0]
 * [...criticWeights([Float64Array.of(1, 2), Float64Array.of(7, 7)])] // [1, 0]
 * criticWeights([Float64Array.of(NaN)]) // throws RangeError
 */
export function criticWeights(columns: readonly Float64Array[]): Float64Array {
  const { deviations, correlations } = columnMoments(columns)
  const size = columns.length
  const information = Array.from(deviations, (deviation, j) => {
    const conflicts = Array.from(deviations, (other, k) =>
      other === 0 || k === j ? 0 : conflictOf(correlations[j * size + k] ?? 0),
    )
    return deviation * total(conflicts)
  })
  return proportionalWeights(information.some((amount) => amount > 0) ? information : Array.from(deviations))
}

function conflictOf(correlation: number): number {
  // Copies of a column differ from it by rounding.
  return correlation > 1 - 1e-12 ? 0 : 1 - correlation
}
