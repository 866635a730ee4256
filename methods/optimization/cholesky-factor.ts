import { requireSameLength } from '../arguments/require-same-length.ts'

/** A square matrix by rows: element (i, j) stands at i · size + j. */
export interface SquareMatrix {
  readonly size: number
  readonly values: Float64Array
}

/**
 * The lower triangle L with L Lᵀ = A for a symmetric positive definite matrix A.
 *
 * @param matrix read in its lower triangle only
 * @returns null when the matrix is not positive definite as far as doubles can tell
 * @throws RangeError when the number of values is not the square of the size
 * Source: Golub and Van Loan 2013, "Matrix computations", algorithm 4.2.1.
 * @example
 * [...choleskyFactor({ size: 2, values: Float64Array.of(4, 2, 2, 5) }).values] // [2, 0, 1, 2]
 * choleskyFactor({ size: 2, values: Float64Array.of(1, 2, 2, 1) }) // null
 */
export function choleskyFactor({ size, values }: SquareMatrix): SquareMatrix | null {
  requireSameLength('values', { expected: size * size, actual: values.length })
  const factor = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = values[row * size + column] ?? 0
      for (let k = 0; k < column; k++) rest -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0)
      if (row > column) factor[row * size + column] = rest / (factor[column * size + column] ?? 1)
      else if (rest > 1e-14 * Math.abs(values[row * size + row] ?? 0)) factor[row * size + row] = Math.sqrt(rest)
      else return null
    }
  }
  return { size, values: factor }
}
