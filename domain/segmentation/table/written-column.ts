import { cleanText, isPlaceholder } from '../../imports/index.ts'
import { readPlainFigure } from './plain-figure.ts'
import type { Texts } from './segment-table.ts'
import { growingTexts } from './growing-texts.ts'

/** The cells of a column as they are written, '' where nothing is known; figures are kept as figures. */
export interface WrittenColumn extends Texts {
  readonly at: (row: number) => string
  /** Plainly written figures, NaN elsewhere; null where the column holds texts. */
  readonly plain: Float64Array | null
  /** The known cells that are no plain figures; of a column of texts all that are known. */
  readonly others: () => Iterable<readonly [row: number, text: string]>
  readonly unknown: number
}

export interface GrowingColumn {
  readonly add: (cell: string) => void
  readonly end: () => WrittenColumn
}

/** Stands for the decimals of a cell that is no plain figure. */
const odd = 255
/** So many cells may be no figures, or this share of all, before a column holds texts. */
const oddCells = 1_000
const oddShare = 1 / 8

/**
 * A column that grows cell by cell. As long as its cells are figures, nine bytes each are kept: the figure and how many
 * decimals it is written with, which together are the text.
 */
export function growingColumn(): GrowingColumn {
  let figures: FigureCells | null = figureCells()
  let texts: GrowingColumn | null = null
  const add = (cell: string): void => {
    if (figures === null) return texts?.add(cell)
    figures.add(cell)
    if (!figures.isMixed()) return
    const written = figures.end()
    texts = textCells()
    for (let row = 0; row < written.length; row++) texts.add(written.at(row))
    figures = null
  }
  return { add, end: () => (figures ?? texts ?? textCells()).end() }
}

interface FigureCells extends GrowingColumn {
  readonly isMixed: () => boolean
}

function figureCells(): FigureCells {
  let values = new Float64Array(1_024)
  let decimals = new Uint8Array(1_024)
  const others = new Map<number, string>()
  const read = { value: 0, decimals: 0 }
  let [rows, unknown] = [0, 0]
  const add = (cell: string): void => {
    if (rows === values.length) {
      const [valuesBefore, decimalsBefore] = [values, decimals]
      values = new Float64Array(2 * rows)
      values.set(valuesBefore)
      decimals = new Uint8Array(2 * rows)
      decimals.set(decimalsBefore)
    }
    const isPlain = readPlainFigure(cell, read)
    values[rows] = isPlain ? read.value : Number.NaN
    decimals[rows] = isPlain ? read.decimals : odd
    if (!isPlain) {
      const text = knownText(cell)
      if (text === '') unknown++
      else others.set(rows, text)
    }
    rows++
  }
  const at = (row: number): string => {
    const places = decimals[row] ?? odd
    return places === odd ? (others.get(row) ?? '') : (values[row] ?? 0).toFixed(places)
  }
  return {
    add,
    isMixed: () => others.size > oddCells && others.size > oddShare * rows,
    end: () => ({ length: rows, at, plain: values.subarray(0, rows), others: () => others, unknown }),
  }
}

function textCells(): GrowingColumn {
  const texts = growingTexts(knownText)
  let unknown = 0
  const add = (cell: string): void => {
    if (texts.add(cell) === '') unknown++
  }
  const end = (): WrittenColumn => {
    const { length, at } = texts.end()
    const others = function* (): Generator<readonly [row: number, text: string]> {
      for (let row = 0; row < length; row++) {
        const text = at(row)
        if (text !== '') yield [row, text]
      }
    }
    return { length, at, plain: null, others, unknown }
  }
  return { add, end }
}

/** A cell as a person means it; '' where it stands for an unknown value, which nothing that ends with a digit does. */
function knownText(cell: string): string {
  const text = cleanText(cell)
  const last = text.charCodeAt(text.length - 1)
  return (last >= 48 && last <= 57) || !isPlaceholder(text) ? text : ''
}
