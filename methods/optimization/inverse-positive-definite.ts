import type { SquareMatrix } from './cholesky-factor.ts'
import { solvePositiveDefinite } from './solve-positive-definite.ts'

/**
 * The inverse of a symmetric positive definite matrix: a covariance from an information matrix.
 *
 * Rows and columns are brought to a diagonal of 1 first, so that parameters of very different size do no harm.
 *
 * @returns null when the matrix is not positive definite as far as doubles can tell
 * @example
 * [...inversePositiveDefinite({ size: 2, values: Float64Array.of(4, 0, 0, 16) }).values] // [0.25, 0, 0, 0.0625]
 * inversePositiveDefinite({ size: 1, values: Float64Array.of(0) }) // null
 */
export function inversePositiveDefinite({ size, values }: SquareMatrix): SquareMatrix | null {
  const scale = Float64Array.from({ length: size }, (_, i) => 1 / Math.sqrt(values[i * size + i] ?? 0))
  if (!scale.every((factor) => factor > 0 && factor < Infinity)) return null
  const scaled = values.map((value, at) => value * scaleAt(scale, at))

  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    const unit = Float64Array.from({ length: size }, (_, i) => (i === column ? 1 : 0))
    const solution = solvePositiveDefinite({ size, values: scaled }, unit)
    if (solution === null) return null
    solution.forEach((value, row) => (inverse[row * size + column] = value))
  }
  return { size, values: inverse.map((value, at) => value * scaleAt(scale, at)) }
}

function scaleAt(scale: Float64Array, at: number): number {
  const size = scale.length
  return (scale[Math.floor(at / size)] ?? 0) * (scale[at % size] ?? 0)
}
