import type { Texts } from './segment-table.ts'

interface KnownTexts extends Texts {
  readonly at: (row: number) => string
}

export interface GrowingTexts {
  /** Adds what a cell is turned to, and gives it back. */
  readonly add: (cell: string) => string
  readonly end: () => KnownTexts
}

/** Texts that are kept once however often they come; a column that has more is kept as it comes. */
const mostTerms = 4_096
/** Rows that are kept as one text. */
const blockRows = 1_024

/**
 * Texts that grow row by row. A million strings would each pin the part of the file they were cut from: few different
 * texts are numbers of terms, others are joined to blocks and cut out when they are asked for.
 */
export function growingTexts(turn: (cell: string) => string): GrowingTexts {
  const terms = new Map<string, number>()
  const turned: string[] = []
  let codes = new Uint16Array(1_024)
  let coded = 0
  let isCoding = true
  const blocks = textBlocks()
  const add = (cell: string): string => {
    const known = isCoding ? terms.get(cell) : undefined
    const text = known === undefined ? turn(cell) : (turned[known] ?? '')
    if (isCoding && known === undefined && terms.size === mostTerms) isCoding = false
    if (!isCoding) {
      blocks.add(text)
      return text
    }
    if (known === undefined) {
      terms.set(cell, turned.length)
      turned.push(text)
    }
    if (coded === codes.length) {
      const before = codes
      codes = new Uint16Array(2 * coded)
      codes.set(before)
    }
    codes[coded++] = known ?? turned.length - 1
    return text
  }
  const end = (): KnownTexts => {
    const rest = blocks.end()
    const at = (row: number): string => (row < coded ? (turned[codes[row] ?? 0] ?? '') : rest.at(row - coded))
    return { length: coded + rest.length, at }
  }
  return { add, end }
}

function textBlocks() {
  const blocks: string[] = []
  const ends: Uint32Array[] = []
  let open: string[] = []
  let rows = 0
  const close = (): void => {
    let end = 0
    ends.push(Uint32Array.from(open, (text) => (end += text.length)))
    blocks.push(open.join(''))
    open = []
  }
  const add = (text: string): void => {
    rows++
    if (open.push(text) === blockRows) close()
  }
  const at = (row: number): string => {
    const [block, place] = [Math.floor(row / blockRows), row % blockRows]
    const from = place === 0 ? 0 : (ends[block]?.[place - 1] ?? 0)
    return blocks[block]?.slice(from, ends[block]?.[place]) ?? ''
  }
  const end = () => {
    if (open.length > 0) close()
    return { length: rows, at }
  }
  return { add, end }
}
