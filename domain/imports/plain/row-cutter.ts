import { byteSigns, signs } from './byte-signs.ts'

/** Rows cut at a time: few enough for what is known of them to stay close at hand. */
export const rowsPerCut = 256

/**
 * Some rows of a delimited table, cut but not copied. Cell `column` of row `index` stands at place
 * `column * rowsPerCut + index`.
 */
export interface CutRows {
  bytes: Buffer
  /** Where each cell begins and ends in the bytes, without the quotes around it. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Signs of the bytes of each cell, taken together. */
  readonly seen: Int32Array
  /** Where the row after each row begins. */
  readonly next: Int32Array
}

export interface RowCutter {
  readonly rows: CutRows
  /** Cuts at most so many rows from there on; fewer at the end of the bytes and before a row that takes more care. */
  cut(at: number, most: number): number
}

const quote = 34
const newline = 10
const carriageReturn = 13

/**
 * Cuts rows of a known number of cells. The bytes end in a line end. Rows with more or fewer cells take more care, and so
 * do those with quotes anywhere but around a whole cell of one line.
 */
export function rowCutter({ delimiter, columns }: { readonly delimiter: number; readonly columns: number }): RowCutter {
  const signsOf = byteSigns(delimiter)
  const cells = columns * rowsPerCut
  const rows: CutRows = {
    bytes: Buffer.alloc(0),
    from: new Int32Array(cells),
    to: new Int32Array(cells),
    seen: new Int32Array(cells),
    next: new Int32Array(rowsPerCut),
  }
  const { from, to, seen, next } = rows
  const last = (columns - 1) * rowsPerCut

  /** Where the row after this one begins, −1 when it takes more care. */
  function cutRow(start: number, index: number): number {
    const { bytes } = rows
    let at = start
    for (let place = index; ; place += rowsPerCut) {
      const isQuoted = bytes[at] === quote
      const stop = isQuoted ? signs.stopInQuotes : signs.stop
      if (isQuoted) at += 1
      from[place] = at
      let found = 0
      let sign = signsOf[bytes[at] ?? newline] ?? 0
      while ((sign & stop) === 0) {
        found |= sign
        at += 1
        sign = signsOf[bytes[at] ?? newline] ?? 0
      }
      to[place] = at
      seen[place] = found
      if (isQuoted) {
        if (bytes[at] !== quote) return -1
        at += 1
      }
      const end = bytes[at]
      if (place < last) {
        if (end !== delimiter) return -1
        at += 1
      } else if (end === newline) return at + 1
      else return end === carriageReturn && bytes[at + 1] === newline ? at + 2 : -1
    }
  }

  function cut(start: number, most: number): number {
    const end = rows.bytes.length
    let at = start
    let index = 0
    while (index < most && at < end) {
      at = cutRow(at, index)
      if (at === -1) return index
      next[index] = at
      index += 1
    }
    return index
  }

  return { rows, cut }
}
