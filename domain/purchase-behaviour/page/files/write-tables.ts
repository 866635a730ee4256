import { writeXlsx } from 'hucre/xlsx'
import type { FileCell, FileTable } from './file-table.ts'

/** A table as text for spreadsheets: UTF-8 with a byte order mark. */
export function csvOfTable({ headers, rows }: FileTable): Buffer {
  const lines = [headers, ...rows].map((row) => row.map((cell) => quoted(harmless(cell))).join(','))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}

/** Tables as the sheets of a workbook. */
export async function workbookOfTables(tables: readonly FileTable[]): Promise<Buffer> {
  const names = sheetNames(tables.map(({ title }) => title))
  const bytes = await writeXlsx({
    sheets: tables.map(({ headers, rows }, at) => ({
      name: names[at] ?? String(at),
      rows: [headers, ...rows].map((row) => row.map(harmless)),
      columns: headers.map((_, index) => ({ width: index < 2 ? 28 : 16 })),
      freezePane: { rows: 1, columns: 0 },
    })),
  })
  return Buffer.from(bytes)
}

const longestName = 31

/**
 * Names for sheets: without the signs that spreadsheets refuse, not too long, each once whatever its case, and none that
 * they keep for themselves.
 */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(['history'])
  return titles.map((title) => {
    const plain = title.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ').replaceAll(/^[\s']+|[\s']+$/g, '') || '–'
    let name = plain.slice(0, longestName)
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      name = `${plain.slice(0, longestName - String(copy).length - 1)} ${copy}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}

/** A text that a spreadsheet would take for a formula is kept one by an apostrophe. */
function harmless(cell: FileCell): FileCell {
  return typeof cell === 'string' && /^[\s'"]*[=+\-@\t\r\0＝＋－＠]/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: FileCell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
