import { readFile } from 'node:fs/promises'
import { inputLimits } from '../input-limits.ts'
import { chooseSheet } from '../sheets/choose-sheet.ts'
import { tableInMemory } from '../sheets/table-in-memory.ts'
import type { TableSource } from '../sheets/table-source.ts'
import { encodingDetector } from '../text/detect-encoding.ts'
import { byteText, tooLarge } from '../text/file-failure.ts'
import { serialZero1900 } from '../values/parse-date.ts'
import type { WorkbookRequest } from '../workbook/xlsx-source.ts'
import { htmlTables } from './html-tables.ts'
import { spreadsheetXmlTables, type NamedTable } from './spreadsheet-xml.ts'

/** An HTML page or an XML spreadsheet as a table: whole in memory, hence of limited size. */
export async function markupSource(kind: 'html' | 'spreadsheetXml', request: WorkbookRequest): Promise<TableSource> {
  const { path, content, totalBytes } = request
  if (totalBytes > inputLimits.wholeFileBytes) throw tooLarge(path, `HTML > ${byteText(inputLimits.wholeFileBytes)}`)
  const bytes = content ?? (await readFile(path))
  const encoding = markupEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const tables = kind === 'html' ? largestFirst(htmlTables(text)) : spreadsheetXmlTables(text)
  const sheet = await chooseSheet(
    tables.map(({ name, rows }) => ({ name, hidden: false, rows: () => tableInMemory(rows, totalBytes) })),
    request,
  )
  return {
    format: 'html',
    packing: 'none',
    encoding,
    sheet: kind === 'html' ? null : sheet.name,
    delimiter: null,
    named: false,
    serialZero: serialZero1900,
    totalBytes,
    rows: sheet.rows,
  }
}

/** Layout tables hold the table with the data, which is the one with the most cells. */
function largestFirst(tables: readonly string[][][]): NamedTable[] {
  const cells = (rows: readonly string[][]) => rows.reduce((sum, row) => sum + row.length, 0)
  return tables
    .toSorted((one, other) => cells(other) - cells(one))
    .map((rows, index) => ({ name: String(index + 1), rows }))
}

/** What the page says of itself counts only where the bytes do not say otherwise. */
function markupEncoding(bytes: Buffer): string {
  const detector = encodingDetector()
  detector.add(bytes)
  return detector.encoding()
}
