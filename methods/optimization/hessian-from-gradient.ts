import type { SquareMatrix } from './cholesky-factor.ts'
import type { Objective } from './minimize.ts'

/** Cube root of the precision of doubles: balances rounding against curvature in a central difference. */
const step = 6e-6

/**
 * Second derivatives of an objective by central differences of its analytic gradient, made symmetric.
 *
 * Meant for coordinates of order 1, such as logarithms of parameters.
 *
 * @param objective as for {@link minimize}
 * @param point where; not changed
 * @example
 * hessianFromGradient((p, g) => { g[0] = 6 * p[0]; return 3 * p[0] ** 2 }, [1]).values[0].toFixed(6) // '6.000000'
 */
export function hessianFromGradient(objective: Objective, point: ArrayLike<number>): SquareMatrix {
  const size = point.length
  const values = new Float64Array(size * size)
  const forward = new Float64Array(size)
  const backward = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    const moved = Float64Array.from(point)
    const centre = moved[j] ?? 0
    const width = step * Math.max(1, Math.abs(centre))
    moved[j] = centre + width
    objective(moved, forward)
    moved[j] = centre - width
    objective(moved, backward)
    for (let i = 0; i < size; i++) {
      const slope = ((forward[i] ?? 0) - (backward[i] ?? 0)) / (2 * width)
      values[i * size + j] = (values[i * size + j] ?? 0) + slope / 2
      values[j * size + i] = (values[j * size + i] ?? 0) + slope / 2
    }
  }
  return { size, values }
}
