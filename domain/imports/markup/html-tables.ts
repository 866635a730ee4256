import { attribute, unescapeXml } from '../workbook/xml-text.ts'
import { markupTable } from './markup-table.ts'

/**
 * The tables of an HTML page, inner ones on their own: what many business systems save under the name of .xls. Not a
 * browser: tags that do not make tables are read over, scripts and styles are skipped.
 */
export function htmlTables(html: string): string[][][] {
  const finished: string[][][] = []
  const stack: Array<ReturnType<typeof markupTable>> = []
  let cell: { text: string; columns: number; rows: number } | null = null

  function endCell(): void {
    const target = stack.at(-1)
    if (cell !== null && target !== undefined) target.addCell(visibleText(cell.text), cell)
    cell = null
  }

  function endTable(): void {
    endCell()
    const table = stack.pop()
    if (table !== undefined && table.table.rows.length > 0) finished.push(table.table.rows)
  }

  let position = 0
  for (const match of html.matchAll(markup)) {
    if (cell !== null) cell.text += html.slice(position, match.index)
    position = match.index + match[0].length
    const name = (match[2] ?? '').toLowerCase()
    const closes = match[1] === '/'
    if (name === 'table') {
      if (closes) endTable()
      else {
        endCell()
        stack.push(markupTable())
      }
    } else if (name === 'tr') {
      endCell()
      if (!closes) stack.at(-1)?.startRow()
    } else if (name === 'td' || name === 'th') {
      endCell()
      if (!closes) cell = { text: '', columns: span(match[0], 'colspan'), rows: span(match[0], 'rowspan') }
    } else if (cell !== null && (name === 'br' || name === 'p' || name === 'div')) {
      cell.text += ' '
    }
  }
  while (stack.length > 0) endTable()
  return finished
}

// No tag reaches over the next "<", so that broken markup costs no more than its length.
const markup =
  /<!--[\s\S]*?(?:-->|$)|<(?:script|style)\b[\s\S]*?(?:<\/(?:script|style)\s*>|$)|<(\/?)([a-zA-Z][a-zA-Z0-9:]*)[^<>]*>/g

function span(tag: string, name: string): number {
  const count = Number(attribute(tag.toLowerCase(), name))
  return Number.isInteger(count) && count > 1 ? count : 1
}

function visibleText(text: string): string {
  return unescapeXml(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
