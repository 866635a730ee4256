import { attribute, unescapeXml } from '../workbook/xml-text.ts'
import { markupTable } from './markup-table.ts'

export interface NamedTable {
  readonly name: string
  readonly rows: string[][]
}

/** The sheets of an "XML Spreadsheet 2003" file, another thing that is saved under the name of .xls. */
export function spreadsheetXmlTables(xml: string): NamedTable[] {
  return [...xml.matchAll(/<(?:\w+:)?Worksheet\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?Worksheet>/g)].map(
    ([, tag = '', body = '']) => ({
      name: attribute(` ${tag}`, 'Name'),
      rows: rowsOf(body),
    }),
  )
}

const mostBlank = 1_000

function rowsOf(body: string): string[][] {
  const { table, startRow, addCell } = markupTable()
  for (const [, tag = '', content = ''] of body.matchAll(
    /<(?:\w+:)?Row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?Row>)/g,
  )) {
    const index = Number(attribute(` ${tag}`, 'Index'))
    for (let skipped = 0; table.rows.length < index - 1 && skipped < mostBlank; skipped += 1) startRow()
    startRow()
    for (const [, cellTag = '', cell = ''] of content.matchAll(
      /<(?:\w+:)?Cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?Cell>)/g,
    )) {
      const at = Number(attribute(` ${cellTag}`, 'Index'))
      const row = table.rows.at(-1) ?? []
      for (let column = row.length; column < Math.min(at - 1, mostBlank); column += 1)
        addCell('', { columns: 1, rows: 1 })
      const columns = 1 + (Number(attribute(` ${cellTag}`, 'MergeAcross')) || 0)
      const rows = 1 + (Number(attribute(` ${cellTag}`, 'MergeDown')) || 0)
      addCell(dataText(cell), { columns, rows })
    }
  }
  return table.rows
}

function dataText(cell: string): string {
  const data = /<(?:\w+:)?Data\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?Data>/.exec(cell)
  if (data === null) return ''
  const text = unescapeXml((data[2] ?? '').replace(/<[^>]*>/g, ''))
  return attribute(` ${data[1] ?? ''}`, 'Type') === 'DateTime' ? text.replace(/T00:00:00(?:\.000)?$/, '') : text
}
