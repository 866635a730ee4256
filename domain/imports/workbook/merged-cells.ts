import { plainMicros } from '../values/parse-amount.ts'
import { attribute, tagsNamed } from './xml-text.ts'

/** A cell merged downwards: rows `top`..`bottom` (1-based) of a column (0-based). */
export interface MergedCell {
  readonly top: number
  readonly bottom: number
  readonly column: number
}

const mostMerges = 200_000

/** The cells merged over several rows, from the XML that follows a sheet's table. */
export function mergedCells(xml: string): MergedCell[] {
  const merges: MergedCell[] = []
  for (const tag of tagsNamed(xml, 'mergeCell')) {
    const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(attribute(tag, 'ref'))
    if (match === null || merges.length >= mostMerges) continue
    const top = Number(match[2])
    const bottom = Number(match[4])
    if (bottom > top) merges.push({ top, bottom, column: columnNumber(match[1] ?? 'A') })
  }
  return merges
}

function columnNumber(letters: string): number {
  let column = 0
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + (letters.charCodeAt(index) - 64)
  return column - 1
}

/**
 * Repeats the text of a merged cell in the rows it covers, in place. Figures are not repeated: an order's total merged
 * over its lines would count once per line.
 */
export function mergeFiller(merges: readonly MergedCell[]): (row: number, cells: string[]) => void {
  const starting = new Map<number, MergedCell[]>()
  for (const merge of merges) {
    const sameRow = starting.get(merge.top)
    if (sameRow === undefined) starting.set(merge.top, [merge])
    else sameRow.push(merge)
  }
  let open: Array<MergedCell & { readonly text: string }> = []
  return (row, cells) => {
    if (open.length > 0) open = open.filter(({ bottom }) => bottom >= row)
    for (const { column, text } of open) {
      while (cells.length <= column) cells.push('')
      if (cells[column] === '') cells[column] = text
    }
    for (const merge of starting.get(row) ?? []) {
      const text = cells[merge.column] ?? ''
      if (text !== '' && plainMicros(text) === null) open.push({ ...merge, text })
    }
  }
}
