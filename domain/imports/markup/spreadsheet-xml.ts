import { attribute, unescapeXml } from '../workbook/xml-text.ts'
import { markupTable } from './markup-table.ts'

export interface NamedTable {
  readonly name: string
  readonly rows: string[][]
}

/** The sheets of an "XML Spreadsheet 2003" file, another thing that is saved under the name of .xls. */
export function spreadsheetXmlTables(xml: string): NamedTable[] {
  return [...elements(xml, 'Worksheet')].map(({ tag, body }) => ({ name: attribute(tag, 'Name'), rows: rowsOf(body) }))
}

const mostBlank = 1_000

function rowsOf(body: string): string[][] {
  const { table, startRow, addCell } = markupTable()
  for (const row of elements(body, 'Row')) {
    const index = Number(attribute(row.tag, 'Index'))
    for (let skipped = 0; table.rows.length < index - 1 && skipped < mostBlank; skipped += 1) startRow()
    startRow()
    for (const cell of elements(row.body, 'Cell')) {
      const at = Math.min(Number(attribute(cell.tag, 'Index')), mostBlank)
      while ((table.rows.at(-1)?.length ?? 0) < at - 1) addCell('', { columns: 1, rows: 1 })
      const columns = 1 + (Number(attribute(cell.tag, 'MergeAcross')) || 0)
      const rows = 1 + (Number(attribute(cell.tag, 'MergeDown')) || 0)
      addCell(dataText(cell.body), { columns, rows })
    }
  }
  return table.rows
}

function dataText(cell: string): string {
  for (const { tag, body } of elements(cell, 'Data')) {
    const text = unescapeXml(body.replace(/<[^<>]*>/g, ''))
    return attribute(tag, 'Type') === 'DateTime' ? text.replace(/T00:00:00(?:\.000)?$/, '') : text
  }
  return ''
}

interface XmlElement {
  readonly tag: string
  readonly body: string
}

/** The elements of a name, one after the other; an element that never closes ends the search, so it stays linear. */
function* elements(xml: string, name: string): Generator<XmlElement, void, undefined> {
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^<>]*>`, 'g')
  const closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  for (let match = opening.exec(xml); match !== null; match = opening.exec(xml)) {
    const tag = match[0]
    if (tag.endsWith('/>')) {
      yield { tag, body: '' }
      continue
    }
    closing.lastIndex = opening.lastIndex
    const end = closing.exec(xml)
    if (end === null) return
    yield { tag, body: xml.slice(opening.lastIndex, end.index) }
    opening.lastIndex = closing.lastIndex
  }
}
