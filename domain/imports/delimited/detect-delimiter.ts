import { headerWords } from '../header/header-words.ts'
import { recordScanner, whitespaceRuns } from './record-scanner.ts'

export interface DelimitedShape {
  readonly delimiter: string
  readonly newline: '\n' | '\r'
  /** Records of the sample have this many cells mostly. */
  readonly columns: number
}

const candidates = [',', '\t', ';', '|', '\u0001', '^', '~', whitespaceRuns]

/**
 * The delimiter that cuts the sample into the most even table: the share of records with the commonest number of
 * cells, weighed by the header words it uncovers. `sep=;` in the first line, Excel's own hint, wins.
 */
export function detectDelimiter(sample: string): DelimitedShape {
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r'
  const hint = /^\ufeff?sep=(.)\r?\n/i.exec(sample)?.[1]
  const shapes = (hint === undefined ? candidates : [hint]).map((delimiter) =>
    shapeUnder(sample, { delimiter, newline }),
  )
  const best = shapes.reduce((one, other) => (other.score > one.score ? other : one))
  return { delimiter: best.columns > 1 ? best.delimiter : ',', newline, columns: best.columns }
}

function shapeUnder(
  sample: string,
  { delimiter, newline }: { delimiter: string; newline: '\n' | '\r' },
): DelimitedShape & { readonly score: number } {
  const { rows } = recordScanner({ delimiter, newline, columns: null }).scan(sample, true)
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const counts = new Map<number, number>()
  for (const row of filled) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let columns = 1
  for (const [width, count] of counts)
    if (width > 1 && count > (columns === 1 ? 0 : (counts.get(columns) ?? 0))) columns = width
  if (columns === 1) return { delimiter, newline, columns, score: 0 }
  const evenness = (counts.get(columns) ?? 0) / filled.length
  const words = Math.max(...filled.slice(0, 12).map((row) => (row.length > 1 ? headerWords(row) : 0)))
  const blanks = delimiter === whitespaceRuns ? 0.25 : 1
  return { delimiter, newline, columns, score: evenness * evenness * (1 + words) * Math.log2(1 + columns) * blanks }
}
