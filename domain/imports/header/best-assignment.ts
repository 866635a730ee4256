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
  const score = (row: number, column: number) => scores[row - 1]?.[column - 1] ?? 0
  // One dummy column per row, so that a row may stay without a column.
  const state: Assignment = {
    cost: (row, column) => (column <= given ? -score(row, column) : 0),
    columns: given + rows,
    rowPotential: new Float64Array(rows + 1),
    columnPotential: new Float64Array(given + rows + 1),
    owner: new Int32Array(given + rows + 1),
  }
  for (let row = 1; row <= rows; row += 1) giveColumn(state, row)

  const result = Array.from({ length: rows }, () => -1)
  for (let column = 1; column <= given; column += 1) {
    const row = at(state.owner, column)
    if (row > 0 && score(row, column) > 0) result[row - 1] = column - 1
  }
  return result
}

/** Rows and columns count from 1; column 0 stands for the row that is being given a column. */
interface Assignment {
  readonly cost: (row: number, column: number) => number
  readonly columns: number
  readonly rowPotential: Float64Array
  readonly columnPotential: Float64Array
  /** Column → the row that has it, 0 for none. */
  readonly owner: Int32Array
}

interface Search {
  readonly previous: Int32Array
  readonly slack: Float64Array
  readonly visited: Uint8Array
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0
}

/** Gives a row a column along the cheapest chain of exchanges with the rows before it. */
function giveColumn(state: Assignment, row: number): void {
  const { columns, owner } = state
  const search: Search = {
    previous: new Int32Array(columns + 1),
    slack: new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY),
    visited: new Uint8Array(columns + 1),
  }
  owner[0] = row
  let column = 0
  do {
    search.visited[column] = 1
    column = cheapestStep(state, { search, column })
  } while (at(owner, column) !== 0)
  while (column !== 0) {
    const before = at(search.previous, column)
    owner[column] = at(owner, before)
    column = before
  }
}

/** Extends the search from a column by the cheapest edge, and shifts the potentials so that it costs nothing. */
function cheapestStep(state: Assignment, { search, column }: { search: Search; column: number }): number {
  const { previous, slack, visited } = search
  const row = at(state.owner, column)
  let smallest = Number.POSITIVE_INFINITY
  let next = 0
  for (let other = 1; other <= state.columns; other += 1) {
    if (visited[other] === 1) continue
    const reduced = state.cost(row, other) - at(state.rowPotential, row) - at(state.columnPotential, other)
    if (reduced < at(slack, other)) {
      slack[other] = reduced
      previous[other] = column
    }
    if (at(slack, other) < smallest) {
      smallest = at(slack, other)
      next = other
    }
  }
  shiftPotentials(state, { search, by: smallest })
  return next
}

function shiftPotentials(state: Assignment, { search, by }: { search: Search; by: number }): void {
  const { rowPotential, columnPotential, owner } = state
  for (let column = 0; column <= state.columns; column += 1) {
    if (search.visited[column] === 1) {
      const row = at(owner, column)
      rowPotential[row] = at(rowPotential, row) + by
      columnPotential[column] = at(columnPotential, column) - by
    } else {
      search.slack[column] = at(search.slack, column) - by
    }
  }
}
