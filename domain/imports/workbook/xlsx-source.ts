import type { StoredBytes } from '../archive/stored-bytes.ts'
import type { ZipArchive } from '../archive/zip-archive.ts'
import type { ZipEntry } from '../archive/zip-directory.ts'
import { inputLimits } from '../input-limits.ts'
import { chooseSheet } from '../sheets/choose-sheet.ts'
import type { RowBatch, TableSource } from '../sheets/table-source.ts'
import { damaged, fileFailure, tooLarge } from '../text/file-failure.ts'
import { dateStyles } from './date-formats.ts'
import { mergedCells, mergeFiller, type MergedCell } from './merged-cells.ts'
import { sharedStrings } from './shared-strings.ts'
import { sheetScanner, type SheetSetting } from './sheet-scanner.ts'
import { workbookParts, type WorkbookSheet } from './xlsx-parts.ts'

export interface WorkbookRequest extends StoredBytes {
  readonly totalBytes: number
  readonly sheet?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** A sheet of an xlsx workbook as a table. Strings and styles are held in memory, the rows stream. */
export async function xlsxSource(archive: ZipArchive, request: WorkbookRequest): Promise<TableSource> {
  const { path, totalBytes } = request
  const parts = await workbookParts(archive, path)
  const stylesXml = parts.stylesPart === null ? null : await archive.text(parts.stylesPart)
  const stringsEntry = parts.stringsPart === null ? undefined : archive.entries.get(parts.stringsPart)
  const setting: SheetSetting = {
    strings:
      stringsEntry === undefined ? [] : await sharedStrings(xmlChunks(archive, { entry: stringsEntry, path }), path),
    dateStyles: dateStyles(stylesXml ?? ''),
    serialZero: parts.serialZero,
  }
  const open = (sheet: WorkbookSheet, merges: readonly MergedCell[]) => (signal?: AbortSignal) =>
    sheetRows({ archive, entry: sheetEntry(archive, { sheet, path }), setting, merges, path, signal })
  const sheet = await chooseSheet(
    parts.sheets.map((found) => ({ ...found, rows: open(found, []) })),
    request,
  )
  const merges = await sheetMerges(archive, {
    entry: sheetEntry(archive, { sheet, path }),
    path,
    signal: request.signal,
  })
  return {
    format: 'xlsx',
    packing: 'none',
    encoding: 'binary',
    sheet: sheet.name,
    sheets: parts.sheets.map(({ name }) => name),
    delimiter: null,
    named: false,
    serialZero: parts.serialZero,
    totalBytes,
    rows: open(sheet, merges),
  }
}

function sheetEntry(archive: ZipArchive, { sheet, path }: { sheet: WorkbookSheet; path: string }): ZipEntry {
  const entry = archive.entries.get(sheet.part)
  if (entry === undefined) throw damaged(path, sheet.part)
  return entry
}

interface PartRequest {
  readonly entry: ZipEntry
  readonly path: string
  readonly signal?: AbortSignal | undefined
}

async function* xmlChunks(archive: ZipArchive, request: PartRequest): AsyncGenerator<string, void, undefined> {
  const { entry, path, signal } = request
  try {
    let decoder: TextDecoder | null = null
    let tail = ''
    for await (const chunk of archive.chunks(entry, signal)) {
      decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8')
      const text = decoder.decode(chunk, { stream: true })
      if (text.includes('<!DOCTYPE') || (tail + text.slice(0, 9)).includes('<!DOCTYPE')) throw damaged(path, 'DOCTYPE')
      tail = text.slice(-9)
      yield text
    }
  } catch (cause) {
    throw fileFailure(cause, path)
  }
}

async function* sheetRows(
  request: PartRequest & { archive: ZipArchive; setting: SheetSetting; merges: readonly MergedCell[] },
): AsyncGenerator<RowBatch, void, undefined> {
  const { archive, setting, merges, entry, path } = request
  const scanner = sheetScanner(setting)
  const fill = merges.length === 0 ? null : mergeFiller(merges)
  let rows = 0
  let inflated = 0
  for await (const chunk of xmlChunks(archive, request)) {
    inflated += chunk.length
    const found = scanner.scan(chunk)
    rows += found.rows.length
    if (rows > inputLimits.sheetRows) throw tooLarge(path, `rows > ${inputLimits.sheetRows}`)
    if (scanner.held() > inputLimits.lineCharacters * 8) throw damaged(path, 'row')
    if (fill !== null) for (const [index, cells] of found.rows.entries()) fill(found.numbers[index] ?? 0, cells)
    const consumed = Math.min(entry.compressedSize, Math.round(inflated / 8))
    if (found.rows.length > 0) yield { ...found, consumed }
    if (scanner.done()) return
  }
  // A sheet that ends before its table does was cut off.
  if (!scanner.done() && rows > 0) throw damaged(path, 'cut off')
}

/** Reads a sheet through for its merged cells, which stand behind the rows; on the way every byte is counted. */
async function sheetMerges(archive: ZipArchive, request: PartRequest): Promise<MergedCell[]> {
  let tail = ''
  let behind = false
  for await (const chunk of xmlChunks(archive, request)) {
    tail += chunk
    if (!behind) {
      const end = tableEnd(tail)
      behind = end !== -1
      tail = behind ? tail.slice(end) : tail.slice(-64)
    }
    if (tail.length > mostTail) break
  }
  return mergedCells(tail)
}

const mostTail = 32 * 1024 * 1024

/** Where the table's closing tag stands, −1 when it does not. */
function tableEnd(xml: string): number {
  const name = 'sheetData>'
  for (let at = xml.indexOf(name); at !== -1; at = xml.indexOf(name, at + 1)) {
    if (xml[xml.lastIndexOf('<', at) + 1] === '/') return at
  }
  return -1
}
