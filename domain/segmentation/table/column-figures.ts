import { decimalMarkVote, parseAmount } from '../../imports/index.ts'

/** Beyond it squares are no numbers any more; no figure of a customer is. */
const largest = 1e100
const plain = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** The figures of written texts, percentages as fractions; NaN where a text is none or nothing is known. */
export function columnFigures(texts: readonly string[]): Float64Array {
  const vote = decimalMarkVote()
  for (const text of texts) vote.add(text)
  const mark = vote.mark()
  return Float64Array.from(texts, (text) => {
    if (text === '') return Number.NaN
    if (mark === '.' && plain.test(text)) return finiteOf(Number(text))
    const percent = /[%％]$/.test(text)
    const micros = parseAmount(percent ? text.slice(0, -1) : text, mark)
    return micros === null ? Number.NaN : Number(micros) / (percent ? 1e8 : 1e6)
  })
}

function finiteOf(value: number): number {
  return Math.abs(value) <= largest ? value : Number.NaN
}
