import { decimalMarkVote, parseAmount } from '../../imports/index.ts'

type DecimalMark = Parameters<typeof parseAmount>[1]

/** Beyond it squares are no numbers any more; no figure of a customer is. */
const largest = 1e100
const plain = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** The figures of written texts, percentages as fractions; NaN where a text is none or nothing is known. */
export function columnFigures(texts: readonly string[]): Float64Array {
  const figures = new Float64Array(texts.length).fill(Number.NaN)
  const mark = markOf(texts)
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] ?? ''
    if (text === '') continue
    figures[i] = mark === '.' && plain.test(text) ? finiteOf(Number(text)) : writtenFigure(text, mark)
  }
  return figures
}

/** Where all are written plainly there is nothing to vote on. */
function markOf(texts: readonly string[]): DecimalMark {
  if (texts.every((text) => text === '' || plain.test(text))) return '.'
  const vote = decimalMarkVote()
  for (const text of texts) vote.add(text)
  return vote.mark()
}

function writtenFigure(text: string, mark: DecimalMark): number {
  const percent = /[%％]$/.test(text)
  const micros = parseAmount(percent ? text.slice(0, -1) : text, mark)
  return micros === null ? Number.NaN : Number(micros) / (percent ? 1e8 : 1e6)
}

function finiteOf(value: number): number {
  return Math.abs(value) <= largest ? value : Number.NaN
}
