import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { onlyEntry } from './archive/only-entry.ts'
import type { Packing } from './archive/packing.ts'
import { wholeContent } from './archive/whole-content.ts'
import { zipArchive } from './archive/zip-archive.ts'
import { binaryName, detectFormat, unknownFormat, type Container } from './detect-format.ts'
import { delimitedSource, type TextFile } from './delimited/delimited-source.ts'
import { markupSource } from './markup/markup-source.ts'
import { parquetSource } from './parquet/parquet-source.ts'
import { jsonSource } from './records/json-source.ts'
import type { TableSource } from './sheets/table-source.ts'
import { encodingDetector } from './text/detect-encoding.ts'
import { fileBytes } from './text/file-bytes.ts'
import { fileFailure } from './text/file-failure.ts'
import { wholeWorkbook } from './workbook/whole-workbook.ts'
import { zipSource } from './workbook/zip-source.ts'
import { lineTooLong } from './text/decode-text.ts'
import { lineLengthGuard, lineNumber } from './text/line-length.ts'

export interface OpenSourceRequest {
  readonly path: string
  /** Name of the sheet wanted; the first with a table when not given. */
  readonly sheet?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** Finds out what a file is and opens it as a table; every fault of the file is told here, before a row is read. */
export async function openSource(request: OpenSourceRequest): Promise<TableSource> {
  const { path } = request
  const totalBytes = await fileSize(path)
  const outer = await headBytes(path, 'none')
  const packing = await packingOf(path, detectFormat(outer))
  const head = packing === 'none' ? outer : await headBytes(path, packing)
  if (head.length === 0) throw new ProductError('input.empty', { file: basename(path), path })
  return open({ ...request, container: detectFormat(head), packing, totalBytes, head })
}

interface FoundFile extends OpenSourceRequest {
  readonly container: Container | null
  readonly packing: Packing
  readonly totalBytes: number
  /** The first bytes, unpacked. */
  readonly head: Buffer
}

async function open(found: FoundFile): Promise<TableSource> {
  const { path, container, packing, signal } = found
  if (container === 'delimited') return delimitedSource(await textFile(found))
  if (container === 'json') return jsonSource(await textFile(found))
  const isWhole = container !== null && readFromMemory.has(container)
  if (packing !== 'none' && !isWhole) throw unknownFormat(path, container ?? binaryName(found.head))
  const content = packing === 'none' ? undefined : await wholeContent({ path, packing, signal }, container ?? '')
  const workbook = { ...found, content }
  if (container === 'zip') return zipSource(workbook)
  if (container === 'ole2') return wholeWorkbook('xls', workbook)
  if (container === 'parquet') return parquetSource(found)
  if (container === 'html' || container === 'spreadsheetXml') return markupSource(container, workbook)
  throw unknownFormat(path, binaryName(found.head))
}

/** What can be read from memory when it comes packed; text is unpacked while it is read. */
const readFromMemory: ReadonlySet<Container> = new Set(['zip', 'ole2', 'html', 'spreadsheetXml'])

async function packingOf(path: string, outer: Container | null): Promise<Packing> {
  if (outer === 'gzip') return 'gzip'
  if (outer !== 'zip') return 'none'
  try {
    const { entries } = await zipArchive({ path })
    return onlyEntry(entries) ?? 'none'
  } catch (cause) {
    throw fileFailure(cause, path)
  }
}

async function fileSize(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new ProductError('input.isDirectory', { file: basename(path), path })
    if (!found.isFile()) throw unknownFormat(path, 'device')
    if (found.size === 0) throw new ProductError('input.empty', { file: basename(path), path })
    return found.size
  } catch (cause) {
    throw fileFailure(cause, path)
  }
}

async function headBytes(path: string, packing: Packing): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const { bytes } of fileBytes({ path, packing })) {
    chunks.push(bytes)
    size += bytes.length
    if (size >= headLength) break
  }
  return Buffer.concat(chunks).subarray(0, headLength)
}

const headLength = 4096

/** Reads the whole file once for its encoding, and refuses endless lines on the way. */
async function textFile(request: FoundFile): Promise<TextFile> {
  const { path, packing, totalBytes, signal } = request
  const detector = encodingDetector()
  const fits = lineLengthGuard()
  let passed = 0
  const isArray = /^\s*\[\s*\{/.test(request.head.toString('utf8'))
  for await (const { bytes } of fileBytes({ path, packing, signal })) {
    detector.add(bytes)
    passed += bytes.length
    // One JSON array may well stand in one line.
    if (!fits(bytes) && !isArray) throw lineTooLong(path, await lineNumber({ path, packing }, passed))
  }
  return { path, packing, totalBytes, encoding: detector.encoding() }
}
