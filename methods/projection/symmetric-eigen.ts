export interface SymmetricEigen {
  /** Largest first. */
  readonly values: Float64Array
  /** Unit vectors in the same order; of each, the entry that is largest in size is positive. */
  readonly vectors: readonly Float64Array[]
}

const mostSweeps = 100

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations.
 *
 * @param matrix square and symmetric; only the upper half is read
 * @throws RangeError when it is not square
 * Source: Jacobi 1846; Golub and Van Loan 2013, "Matrix Computations", 8.5.
 * @example
 * symmetricEigen([[2, 0], [0, 3]]).values // Float64Array.of(3, 2)
 * symmetricEigen([[2, 0], [0, 3]]).vectors[0] // Float64Array.of(0, 1)
 * symmetricEigen([[1, 2]]) // throws RangeError
 */
export function symmetricEigen(matrix: readonly ArrayLike<number>[]): SymmetricEigen {
  const size = matrix.length
  const rows = matrix.map((row, i) => {
    if (row.length !== size) throw new RangeError(`matrix[${i}].length must be ${size}, got ${row.length}`)
    return Float64Array.from({ length: size }, (_, j) => (i <= j ? row[j] : matrix[j]?.[i]) ?? 0)
  })
  const vectors = rows.map((_, i) => Float64Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)))
  const scale = rows.reduce((sum, row) => row.reduce((inner, value) => inner + value * value, sum), 0)
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(rows) > 1e-30 * scale; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate({ rows, vectors, p, q })
  }
  const order = rows.map((_, i) => i).sort((one, other) => (rows[other]?.[other] ?? 0) - (rows[one]?.[one] ?? 0))
  return {
    values: Float64Array.from(order, (i) => rows[i]?.[i] ?? 0),
    vectors: order.map((i) => directed(vectors[i] ?? new Float64Array(size))),
  }
}

function offDiagonal(rows: readonly Float64Array[]): number {
  return rows.reduce((sum, row, i) => row.reduce((inner, value, j) => inner + (i === j ? 0 : value * value), sum), 0)
}

interface Rotation {
  readonly rows: readonly Float64Array[]
  readonly vectors: readonly Float64Array[]
  readonly p: number
  readonly q: number
}

/** Turns the plane of two axes so that they no longer go together. */
function rotate({ rows, vectors, p, q }: Rotation): void {
  const [rowP, rowQ, vectorP, vectorQ] = [rows[p], rows[q], vectors[p], vectors[q]]
  const together = rowP?.[q] ?? 0
  if (together === 0 || rowP === undefined || rowQ === undefined || vectorP === undefined || vectorQ === undefined)
    return
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * together)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (const row of rows) {
    const [left, right] = [row[p] ?? 0, row[q] ?? 0]
    row[p] = cosine * left - sine * right
    row[q] = sine * left + cosine * right
  }
  for (const [one, other] of [
    [rowP, rowQ],
    [vectorP, vectorQ],
  ] as const) {
    for (let j = 0; j < one.length; j++) {
      const [left, right] = [one[j] ?? 0, other[j] ?? 0]
      one[j] = cosine * left - sine * right
      other[j] = sine * left + cosine * right
    }
  }
}

function directed(vector: Float64Array): Float64Array {
  const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0)
  return largest < 0 ? vector.map((value) => -value) : vector
}
