/** Rows put together where all their columns are equal. */
export interface RowGroups {
  /** First row of each group. */
  readonly first: Uint32Array
  /** Rows in each group. */
  readonly counts: Float64Array
  /** Group of each row. */
  readonly groups: Uint32Array
}

/**
 * Finds equal rows of a table of numbers; groups stand in the order in which they first appear.
 *
 * Open addressing over the bits of the numbers: about 0.1 s for a million rows.
 *
 * @param columns of equal length, without NaN
 * @example
 * [...groupRows([Float64Array.of(1, 2, 1)]).groups] // [0, 1, 0]
 * [...groupRows([Float64Array.of(1, 1), Float64Array.of(3, 4)]).counts] // [1, 1]
 */
export function groupRows(columns: readonly Float64Array[]): RowGroups {
  const rows = columns[0]?.length ?? 0
  const groups = new Uint32Array(rows)
  const first = new Uint32Array(rows)
  const counts = new Float64Array(rows)
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, 2 * rows)))
  const slots = new Int32Array(size).fill(-1)
  const hashes = hashRows(columns, rows)

  let found = 0
  for (let row = 0; row < rows; row++) {
    let slot = (hashes[row] ?? 0) & (size - 1)
    let group = slots[slot] ?? -1
    while (group >= 0 && !isEqualRow(columns, first[group] ?? 0, row)) {
      slot = (slot + 1) & (size - 1)
      group = slots[slot] ?? -1
    }
    if (group < 0) {
      group = found++
      slots[slot] = group
      first[group] = row
    }
    groups[row] = group
    counts[group] = (counts[group] ?? 0) + 1
  }
  return { first: first.slice(0, found), counts: counts.slice(0, found), groups }
}

function hashRows(columns: readonly Float64Array[], rows: number): Int32Array {
  const hashes = new Int32Array(rows)
  for (const column of columns) {
    // Adding 0 makes −0 and 0 the same bits.
    const bits = new Int32Array(column.map((value) => value + 0).buffer)
    for (let row = 0; row < rows; row++) {
      let hash = Math.imul((hashes[row] ?? 0) ^ (bits[2 * row] ?? 0), 0x85ebca6b)
      hash = Math.imul((hash ^ (hash >>> 15)) + (bits[2 * row + 1] ?? 0), 0xc2b2ae35)
      hashes[row] = hash ^ (hash >>> 13)
    }
  }
  return hashes
}

function isEqualRow(columns: readonly Float64Array[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false
  return true
}
