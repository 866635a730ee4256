/**
 * The assignment of rows to columns with the largest sum of scores, each column used once at most. A score of 0 means
 * "not at all"; a row for which no column is left gets −1. Hungarian method with potentials, O(rows² × columns).
 *
 * @example
 * bestAssignment([[0.9, 0.8], [0.9, 0]]) // [1, 0]
 */
export function bestAssignment(scores: ReadonlyArray<readonly number[]>): number[] {
  const rows = scores.length
  const given = scores[0]?.length ?? 0
  // One dummy column per row, so that a row may stay without a column.
  const columns = given + rows
  const cost = (row: number, column: number) => (column <= given ? -(scores[row - 1]?.[column - 1] ?? 0) : 0)
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  const owner = new Int32Array(columns + 1)
  const at = (values: Float64Array | Int32Array, index: number) => values[index] ?? 0

  for (let row = 1; row <= rows; row += 1) {
    const previous = new Int32Array(columns + 1)
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const visited = new Uint8Array(columns + 1)
    owner[0] = row
    let column = 0
    do {
      visited[column] = 1
      const current = at(owner, column)
      let smallest = Number.POSITIVE_INFINITY
      let nextColumn = 0
      for (let other = 1; other <= columns; other += 1) {
        if (visited[other] === 1) continue
        const reduced = cost(current, other) - at(rowPotential, current) - at(columnPotential, other)
        if (reduced < at(slack, other)) {
          slack[other] = reduced
          previous[other] = column
        }
        if (at(slack, other) < smallest) {
          smallest = at(slack, other)
          nextColumn = other
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (visited[other] === 1) {
          const owned = at(owner, other)
          rowPotential[owned] = at(rowPotential, owned) + smallest
          columnPotential[other] = at(columnPotential, other) - smallest
        } else {
          slack[other] = at(slack, other) - smallest
        }
      }
      column = nextColumn
    } while (at(owner, column) !== 0)
    while (column !== 0) {
      const before = at(previous, column)
      owner[column] = at(owner, before)
      column = before
    }
  }

  const result = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= given; column += 1) {
    const row = at(owner, column)
    if (row > 0 && (scores[row - 1]?.[column - 1] ?? 0) > 0) result[row - 1] = column - 1
  }
  return result
}
