import { choleskyFactor, type SquareMatrix } from './cholesky-factor.ts'

/**
 * The solution of A x = b for a symmetric positive definite matrix A.
 *
 * @param matrix A
 * @param right b, as long as the matrix has rows
 * @returns null when the matrix is not positive definite as far as doubles can tell
 * Source: Golub and Van Loan 2013, "Matrix computations", 4.2.
 * @example
 * [...solvePositiveDefinite({ size: 2, values: Float64Array.of(4, 2, 2, 5) }, [8, 12])] // [1, 2]
 * solvePositiveDefinite({ size: 1, values: Float64Array.of(-1) }, [1]) // null
 */
export function solvePositiveDefinite(matrix: SquareMatrix, right: ArrayLike<number>): Float64Array | null {
  const factor = choleskyFactor(matrix)
  return factor === null ? null : solveWithFactor(factor, right)
}

function solveWithFactor({ size, values }: SquareMatrix, right: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    let rest = solution[row] ?? 0
    for (let k = 0; k < row; k++) rest -= (values[row * size + k] ?? 0) * (solution[k] ?? 0)
    solution[row] = rest / (values[row * size + row] ?? 1)
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = solution[row] ?? 0
    for (let k = row + 1; k < size; k++) rest -= (values[k * size + row] ?? 0) * (solution[k] ?? 0)
    solution[row] = rest / (values[row * size + row] ?? 1)
  }
  return solution
}
