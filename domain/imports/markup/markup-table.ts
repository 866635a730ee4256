import { inputLimits } from '../input-limits.ts'

/** A table being filled from markup, where cells may reach over several columns and rows. */
export interface MarkupTable {
  readonly rows: string[][]
}

interface OpenTable extends MarkupTable {
  cells: string[] | null
  /** Column → rows that a cell above still covers, and its text. */
  covered: Map<number, { rows: number; text: string }>
}

const mostSpan = 1_000

/** Collects rows and cells of one table; a cell over several rows is repeated in each, over several columns it is not. */
export function markupTable(): {
  readonly table: MarkupTable
  readonly startRow: () => void
  readonly addCell: (text: string, span: { columns: number; rows: number }) => void
} {
  const open: OpenTable = { rows: [], cells: null, covered: new Map() }

  function fillCovered(cells: string[]): void {
    for (let cover = open.covered.get(cells.length); cover !== undefined; cover = open.covered.get(cells.length)) {
      if (cover.rows === 1) open.covered.delete(cells.length)
      else cover.rows -= 1
      cells.push(cover.text)
    }
  }

  return {
    table: open,
    startRow: () => {
      open.cells = []
      open.rows.push(open.cells)
    },
    addCell: (text, { columns, rows }) => {
      if (open.cells === null) open.rows.push((open.cells = []))
      const { cells } = open
      fillCovered(cells)
      for (let copy = 0; copy < Math.min(columns, mostSpan) && cells.length <= inputLimits.columns; copy += 1) {
        const repeated = copy === 0 ? text : ''
        if (rows > 1) open.covered.set(cells.length, { rows: Math.min(rows, mostSpan) - 1, text: repeated })
        cells.push(repeated)
      }
      fillCovered(cells)
    },
  }
}
