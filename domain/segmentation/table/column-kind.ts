import { columnFigures, textFigures } from './column-figures.ts'
import type { WrittenColumn } from './written-column.ts'

export interface TableColumn {
  readonly header: string
  readonly written: WrittenColumn
  /** `figure`, few-valued `code`s written as whole numbers, `category`, or a `name` that hardly repeats. */
  readonly kind: 'figure' | 'code' | 'category' | 'name'
  /** NaN = unknown; of a column of texts nothing is known. */
  readonly figures: Float64Array
}

const figureShare = 0.9
const mostCodes = 5
const largestCode = 20
const mostCategories = 50
/** Cells by which texts are told from figures. */
const enough = 1_000

/** What a column holds, by its values. */
export function tableColumn(header: string, written: WrittenColumn): TableColumn {
  const figures = mayBeFigures(written) ? columnFigures(written) : new Float64Array()
  return { header, written, figures, kind: kindOf(written, figures) }
}

/** Whether it is worth reading the texts as figures: of some throughout the column, most can be. */
function mayBeFigures({ length, at }: WrittenColumn): boolean {
  const step = Math.max(1, Math.floor(length / enough))
  const some: string[] = []
  for (let row = 0; row < length; row += step) some.push(at(row))
  const known = some.filter((text) => text !== '')
  return 2 * knownFigures(textFigures(known)) >= known.length
}

function kindOf(written: WrittenColumn, figures: Float64Array): TableColumn['kind'] {
  const known = written.length - written.unknown
  if (!areFigures(written, figures)) {
    const distinct = distinctTexts(written)
    return distinct <= mostCategories && distinct * 2 <= known ? 'category' : 'name'
  }
  const distinct = distinctFigures(figures)
  const isFew = known > 0 && distinct <= mostCodes && known > 4 * distinct
  return isFew && figures.every((value) => Number.isNaN(value) || isCode(value)) ? 'code' : 'figure'
}

function areFigures(written: WrittenColumn, figures: Float64Array): boolean {
  // Figures do not begin with noughts: codes do.
  for (const [, text] of written.others()) if (/^0\d/.test(text)) return false
  return knownFigures(figures) >= figureShare * (written.length - written.unknown)
}

export function knownFigures(figures: Float64Array): number {
  let known = 0
  for (let i = 0; i < figures.length; i++) if (!Number.isNaN(figures[i])) known++
  return known
}

/** Different texts, counted no further than a category may have, and one. */
function distinctTexts(written: WrittenColumn): number {
  const seen = new Set<string>()
  for (let row = 0; row < written.length && seen.size <= mostCategories; row++) {
    const text = written.at(row)
    if (text !== '') seen.add(text)
  }
  return seen.size
}

/** Different figures, counted no further than codes may have, and one. */
function distinctFigures(figures: Float64Array): number {
  const seen = new Set<number>()
  for (let i = 0; i < figures.length && seen.size <= mostCodes; i++) {
    const figure = figures[i] ?? Number.NaN
    if (!Number.isNaN(figure)) seen.add(figure)
  }
  return seen.size
}

function isCode(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largestCode
}
