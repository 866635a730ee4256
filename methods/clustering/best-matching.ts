/**
 * The pairs of rows and columns that add up to most: each row and each column in at most one pair (Hungarian method).
 *
 * @param gains by row and column; rows of the same length, finite
 * @returns the column of each row, −1 for a row left over
 * Source: Kuhn 1955, "The Hungarian method for the assignment problem"; Jonker and Volgenant 1987.
 * @throws RangeError when rows differ in length
 * @example
 * bestMatching([[9, 8], [8, 1]]) // [1, 0]
 * bestMatching([[5], [7]]) // [-1, 0]
 * bestMatching([[1, 2], [3]]) // throws RangeError
 */
export function bestMatching(gains: readonly (readonly number[])[]): number[] {
  const rows = gains.length
  const columns = gains[0]?.length ?? 0
  if (gains.some((row) => row.length !== columns))
    throw new RangeError(`gains must have ${columns} columns in every row`)
  const side = Math.max(rows, columns)
  const cost = (row: number, column: number): number => -(gains[row]?.[column] ?? 0)
  const rowOf = assigned(side, cost)
  const columnOf = Array.from({ length: rows }, () => -1)
  rowOf.forEach((row, column) => {
    if (row < rows && column < columns) columnOf[row] = column
  })
  return columnOf
}

/** The row of each column, at least cost, by shortest paths; rows and columns count from 1 inside. */
function assigned(side: number, cost: (row: number, column: number) => number): number[] {
  const rowPrices = new Float64Array(side + 1)
  const columnPrices = new Float64Array(side + 1)
  const rowAt = new Int32Array(side + 1)
  for (let row = 1; row <= side; row++) {
    const way = new Int32Array(side + 1)
    const slack = new Float64Array(side + 1).fill(Infinity)
    const isUsed = new Uint8Array(side + 1)
    rowAt[0] = row
    let column = 0
    do {
      isUsed[column] = 1
      const here = rowAt[column] ?? 0
      const reduced = (other: number): number =>
        cost(here - 1, other - 1) - (rowPrices[here] ?? 0) - (columnPrices[other] ?? 0)
      const { least, next } = nearestColumn(reduced, { slack, way, isUsed, from: column })
      settlePrices({ rowPrices, columnPrices, rowAt, slack, isUsed, least })
      column = next
    } while (rowAt[column] !== 0)
    while (column !== 0) {
      const previous = way[column] ?? 0
      rowAt[column] = rowAt[previous] ?? 0
      column = previous
    }
  }
  return [...rowAt.subarray(1)].map((row) => row - 1)
}

interface Reach {
  readonly slack: Float64Array
  readonly way: Int32Array
  readonly isUsed: Uint8Array
  /** The column that the ways lead on from. */
  readonly from: number
}

/** Shortens the ways to the columns that are still free; the nearest of them. */
function nearestColumn(
  reduced: (column: number) => number,
  { slack, way, isUsed, from }: Reach,
): { least: number; next: number } {
  let [least, next] = [Infinity, 0]
  for (let column = 1; column < slack.length; column++) {
    if (isUsed[column] === 1) continue
    const length = reduced(column)
    if (length < (slack[column] ?? 0)) {
      slack[column] = length
      way[column] = from
    }
    if ((slack[column] ?? 0) < least) [least, next] = [slack[column] ?? 0, column]
  }
  return { least, next }
}

interface Prices {
  readonly rowPrices: Float64Array
  readonly columnPrices: Float64Array
  readonly rowAt: Int32Array
  readonly slack: Float64Array
  readonly isUsed: Uint8Array
  readonly least: number
}

function settlePrices({ rowPrices, columnPrices, rowAt, slack, isUsed, least }: Prices): void {
  isUsed.forEach((used, column) => {
    if (used === 1) {
      const row = rowAt[column] ?? 0
      rowPrices[row] = (rowPrices[row] ?? 0) + least
      columnPrices[column] = (columnPrices[column] ?? 0) - least
    } else slack[column] = (slack[column] ?? 0) - least
  })
}

/**
 * Which of today's clusters is which of an earlier partition of the same rows: the matching that leaves most rows where they
 * were.
 *
 * @param before earlier cluster of each row, −1 = was not there
 * @param now cluster of each row, −1 = is not there any more
 * @returns for each of today's clusters its earlier one, −1 for a new one: without a row in common it is none
 * @throws RangeError when the labels differ in length
 * @example
 * matchClusters([0, 0, 1, 1, -1], [1, 1, 0, 0, 2]) // [1, 0, -1]
 * matchClusters([0], []) // throws RangeError
 */
export function matchClusters(before: ArrayLike<number>, now: ArrayLike<number>): number[] {
  if (before.length !== now.length) throw new RangeError(`now.length must be ${before.length}, got ${now.length}`)
  const most = (labels: ArrayLike<number>): number =>
    Array.from(labels).reduce((top, label) => Math.max(top, label), -1)
  const [earlier, later] = [most(before) + 1, most(now) + 1]
  const shared = Array.from({ length: later }, () => Array.from({ length: earlier }, () => 0))
  for (let i = 0; i < now.length; i++) {
    const row = shared[now[i] ?? -1]
    const column = before[i] ?? -1
    if (row !== undefined && column >= 0) row[column] = (row[column] ?? 0) + 1
  }
  return bestMatching(shared).map((column, row) => ((shared[row]?.[column] ?? 0) > 0 ? column : -1))
}
