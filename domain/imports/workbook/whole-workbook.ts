import { readFile } from 'node:fs/promises'
import type { CellValue, Workbook } from 'hucre'
import { readOds } from 'hucre/ods'
import { readXls, readXlsb } from 'hucre/xlsx'
import type { StoredBytes } from '../archive/stored-bytes.ts'
import { inputLimits } from '../input-limits.ts'
import { chooseSheet } from '../sheets/choose-sheet.ts'
import { tableInMemory } from '../sheets/table-in-memory.ts'
import type { TableSource } from '../sheets/table-source.ts'
import { byteText, damaged, messageOf, tooLarge } from '../text/file-failure.ts'
import { serialZero1900 } from '../values/parse-date.ts'
import type { WorkbookRequest } from './xlsx-source.ts'

const readers = { xls: readXls, xlsb: readXlsb, ods: readOds }

/** Workbooks of the kinds that are read whole: .xls, .xlsb and .ods. */
export async function wholeWorkbook(kind: keyof typeof readers, request: WorkbookRequest): Promise<TableSource> {
  const { path, totalBytes } = request
  if (totalBytes > inputLimits.wholeFileBytes) throw tooLarge(path, `${kind} > ${byteText(inputLimits.wholeFileBytes)}`)
  const workbook = await readWorkbook(kind, request)
  const sheet = await chooseSheet(
    workbook.sheets.map(({ name, rows, hidden, veryHidden }) => ({
      name,
      hidden: hidden === true || veryHidden === true,
      rows: () =>
        tableInMemory(
          rows.map((row) => row.map(cellText)),
          totalBytes,
        ),
    })),
    request,
  )
  return {
    format: 'xls',
    packing: 'none',
    encoding: 'binary',
    sheet: sheet.name,
    sheets: workbook.sheets.map(({ name }) => name),
    delimiter: null,
    named: false,
    serialZero: serialZero1900,
    totalBytes,
    rows: sheet.rows,
  }
}

async function readWorkbook(kind: keyof typeof readers, { path, content }: StoredBytes): Promise<Workbook> {
  const bytes = content ?? (await readFile(path))
  try {
    return await readers[kind](bytes)
  } catch (cause) {
    throw damaged(path, messageOf(cause))
  }
}

/** Dates come as instants whose UTC parts are what the sheet shows. */
function cellText(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ''
      : value.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)
}
