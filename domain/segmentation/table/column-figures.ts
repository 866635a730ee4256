import { decimalMarkVote, parseAmount } from '../../imports/index.ts'
import { growingColumn, type WrittenColumn } from './written-column.ts'

type DecimalMark = Parameters<typeof parseAmount>[1]

/** Beyond it squares are no numbers any more; no figure of a customer is. */
const largest = 1e100
const plain = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** The figures of a column, percentages as fractions; NaN where a text is none or nothing is known. */
export function columnFigures(column: WrittenColumn): Float64Array {
  const mark = markOf(column)
  // Points between digits are decimal points then, as they were taken for.
  const isPlain = column.plain !== null && mark === '.'
  const figures = isPlain ? column.plain : new Float64Array(column.length).fill(Number.NaN)
  for (const [row, text] of isPlain ? column.others() : writtenCells(column)) figures[row] = figureOf(text, mark)
  return figures
}

/** The figures of written texts, as {@link columnFigures} of a column. */
export function textFigures(texts: readonly string[]): Float64Array {
  const column = growingColumn()
  texts.forEach(column.add)
  return columnFigures(column.end())
}

/** Every cell that is known, whatever it is kept as. */
function* writtenCells({ length, at }: WrittenColumn): Generator<readonly [row: number, text: string]> {
  for (let row = 0; row < length; row++) {
    const text = at(row)
    if (text !== '') yield [row, text]
  }
}

/** Where all are written plainly there is nothing to vote on. */
function markOf(column: WrittenColumn): DecimalMark {
  let isPlain = true
  for (const [, text] of column.others()) if (isPlain) isPlain = plain.test(text)
  if (isPlain) return '.'
  const vote = decimalMarkVote()
  for (const [, text] of writtenCells(column)) vote.add(text)
  return vote.mark()
}

function figureOf(text: string, mark: DecimalMark): number {
  if (mark !== '.' || !plain.test(text)) return writtenFigure(text, mark)
  const value = Number(text)
  return Math.abs(value) <= largest ? value : Number.NaN
}

function writtenFigure(text: string, mark: DecimalMark): number {
  const percent = /[%％]$/.test(text)
  const micros = parseAmount(percent ? text.slice(0, -1) : text, mark)
  return micros === null ? Number.NaN : Number(micros) / (percent ? 1e8 : 1e6)
}
