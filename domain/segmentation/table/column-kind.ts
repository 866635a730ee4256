import { isPlaceholder } from '../../imports/index.ts'
import { columnFigures } from './column-figures.ts'

export interface TableColumn {
  readonly header: string
  /** '' = unknown. */
  readonly texts: readonly string[]
  readonly figures: Float64Array
  /** `figure`, few-valued `code`s written as whole numbers, `category`, or a `name` that hardly repeats. */
  readonly kind: 'figure' | 'code' | 'category' | 'name'
  readonly distinct: number
}

const figureShare = 0.9
const mostCodes = 5
const largestCode = 20
const mostCategories = 50

/** What a column holds, by its values. */
export function tableColumn(header: string, cells: readonly string[]): TableColumn {
  const texts = cells.map((cell) => (isPlaceholder(cell) ? '' : cell))
  const figures = columnFigures(texts)
  const known = texts.filter((text) => text !== '')
  const distinct = new Set(known).size
  return { header, texts, figures, distinct, kind: kindOf({ known, figures, distinct }) }
}

function kindOf(column: { known: readonly string[]; figures: Float64Array; distinct: number }): TableColumn['kind'] {
  const { known, figures, distinct } = column
  const parsed = figures.filter((value) => !Number.isNaN(value))
  // Figures do not begin with noughts: codes do.
  const isCoded = known.some((text) => /^0\d/.test(text))
  if (known.length === 0 || (parsed.length >= figureShare * known.length && !isCoded)) {
    const isWhole = parsed.every((value) => Number.isInteger(value) && value >= 0 && value <= largestCode)
    return distinct <= mostCodes && isWhole && known.length > 4 * distinct ? 'code' : 'figure'
  }
  return distinct <= mostCategories && distinct * 2 <= known.length ? 'category' : 'name'
}
