import { isPlaceholder } from '../../imports/index.ts'
import { columnFigures } from './column-figures.ts'

export interface TableColumn {
  readonly header: string
  /** '' = unknown. */
  readonly texts: readonly string[]
  readonly figures: Float64Array
  /** `figure`, few-valued `code`s written as whole numbers, `category`, or a `name` that hardly repeats. */
  readonly kind: 'figure' | 'code' | 'category' | 'name'
  /** Different values; of texts that are no figures no more are counted than a category may have, and one. */
  readonly distinct: number
}

const figureShare = 0.9
const mostCodes = 5
const largestCode = 20
const mostCategories = 50
/** Cells by which texts are told from figures. */
const enough = 1_000

/** What a column holds, by its values. */
export function tableColumn(header: string, cells: readonly string[]): TableColumn {
  const texts = cells.map((cell) => (beginsWithDigit(cell) || !isPlaceholder(cell) ? cell : ''))
  const figures = mayBeFigures(texts) ? columnFigures(texts) : new Float64Array(texts.length).fill(Number.NaN)
  const column = { texts, figures }
  const isFigures = areFigures(column)
  const distinct = isFigures ? distinctFigures(figures) : distinctTexts(texts)
  return { header, texts, figures, distinct, kind: kindOf({ ...column, isFigures, distinct }) }
}

/** Nothing that stands for an unknown value does. */
function beginsWithDigit(text: string): boolean {
  const sign = text.charCodeAt(0)
  return sign >= 48 && sign <= 57
}

/** Whether it is worth reading the texts as figures: of some throughout the column, most can be. */
function mayBeFigures(texts: readonly string[]): boolean {
  const step = Math.max(1, Math.floor(texts.length / enough))
  const some = texts.filter((text, i) => i % step === 0 && text !== '')
  const read = columnFigures(some).filter((value) => !Number.isNaN(value))
  return read.length * 2 >= some.length
}

function areFigures({ texts, figures }: Pick<TableColumn, 'texts' | 'figures'>): boolean {
  let [known, read] = [0, 0]
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] ?? ''
    if (text === '') continue
    // Figures do not begin with noughts: codes do.
    if (/^0\d/.test(text)) return false
    known++
    if (!Number.isNaN(figures[i])) read++
  }
  return read >= figureShare * known
}

function distinctTexts(texts: readonly string[]): number {
  const seen = new Set<string>()
  for (let i = 0; i < texts.length && seen.size <= mostCategories; i++) {
    const text = texts[i] ?? ''
    if (text !== '') seen.add(text)
  }
  return seen.size
}

function distinctFigures(figures: Float64Array): number {
  // Unknown ones stand last.
  const sorted = figures.toSorted()
  let distinct = 0
  for (let i = 0; i < sorted.length && !Number.isNaN(sorted[i]); i++) if (sorted[i] !== sorted[i - 1]) distinct++
  return distinct
}

function kindOf(
  column: Pick<TableColumn, 'texts' | 'figures' | 'distinct'> & { readonly isFigures: boolean },
): TableColumn['kind'] {
  const { texts, figures, distinct, isFigures } = column
  const known = texts.reduce((count, text) => count + Number(text !== ''), 0)
  if (isFigures) {
    const isFew = known > 0 && distinct <= mostCodes && known > 4 * distinct
    return isFew && figures.every((value) => Number.isNaN(value) || isCode(value)) ? 'code' : 'figure'
  }
  return distinct <= mostCategories && distinct * 2 <= known ? 'category' : 'name'
}

function isCode(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largestCode
}
