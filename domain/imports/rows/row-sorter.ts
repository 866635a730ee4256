import { setAsideReasons } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { LeftOutRow, SalesLine } from '../sales-line.ts'
import { leftOutTally, type LeftOutTally } from './left-out-tally.ts'
import type { RowPlace, RowReader } from './row-reader.ts'

export interface RowCounts {
  readonly accepted: number
  readonly rejected: number
  readonly setAside: number
}

export interface RowSorter {
  add(cells: string[], at: RowPlace): void
  /** Says that a row which does not come here is a sale: the blank rows before it count. */
  pass(row: number): void
  /** Sales and left-out rows that have gathered, in the order of the file; they are forgotten here. */
  take(): { lines: SalesLine[]; leftOut: LeftOutRow[] }
  gathered(): number
  counts(): RowCounts
  reasons(): ReturnType<LeftOutTally['reasons']>
}

/** Sorts the rows of a file into sales and rows left out, and counts them. Blank rows count once something follows. */
export function rowSorter(plan: SalesFilePlan, read: RowReader): RowSorter {
  const tally = leftOutTally(plan)
  let accepted = 0
  let rejected = 0
  let setAside = 0
  let lines: SalesLine[] = []
  let leftOut: LeftOutRow[] = []
  // Only their numbers are kept: a file may end in a million of them.
  let blanks: number[] = []

  function leave(row: LeftOutRow): void {
    leftOut.push(row)
    tally.add(row)
    if (isSetAside(row)) setAside += 1
    else rejected += 1
  }

  function add(cells: string[], at: RowPlace): void {
    const result = read(cells, at)
    const isLine = 'netRevenue' in result
    if (!isLine && result.reason === 'blankRow') {
      blanks.push(at.row)
      return
    }
    pass(at.row)
    if (!isLine) {
      leave(result)
      return
    }
    lines.push(result)
    accepted += 1
  }

  function pass(row: number): void {
    if (blanks.length === 0) return
    for (const blank of blanks) if (blank < row) leave({ row: blank, reason: 'blankRow', cells: [] })
    blanks = blanks.filter((blank) => blank > row)
  }

  function take(): { lines: SalesLine[]; leftOut: LeftOutRow[] } {
    const taken = { lines, leftOut }
    lines = []
    leftOut = []
    return taken
  }

  return {
    add,
    pass,
    take,
    gathered: () => Math.max(lines.length, leftOut.length),
    counts: () => ({ accepted, rejected, setAside }),
    reasons: () => tally.reasons(),
  }
}

function isSetAside({ reason }: LeftOutRow): boolean {
  return setAsideReasons.some((known) => known === reason)
}
