import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
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
  const head = await headBytes(path, false)
  const outer = detectFormat(head)
  const gzip = outer === 'gzip'
  const inner = gzip ? await headBytes(path, true) : head
  if (inner.length === 0) throw new ProductError('input.empty', { file: basename(path), path })
  const container = gzip ? detectFormat(inner) : outer
  return open({ ...request, container, gzip, totalBytes, head: inner })
}

async function open(
  found: OpenSourceRequest & { container: Container | null; gzip: boolean; totalBytes: number; head: Buffer },
): Promise<TableSource> {
  const { path, container } = found
  if (container === 'delimited') return delimitedSource(await textFile(found))
  if (container === 'json') return jsonSource(await textFile(found))
  // A workbook is compressed already; one inside a gzip file is nothing a person exports.
  if (found.gzip) throw unknownFormat(path, container ?? 'gzip')
  if (container === 'zip') return zipSource(found)
  if (container === 'ole2') return wholeWorkbook('xls', found)
  if (container === 'parquet') return parquetSource(found)
  if (container === 'html' || container === 'spreadsheetXml') return markupSource(container, found)
  throw unknownFormat(path, binaryName(found.head))
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

async function headBytes(path: string, gzip: boolean): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const { bytes } of fileBytes({ path, gzip })) {
    chunks.push(bytes)
    size += bytes.length
    if (size >= headLength) break
  }
  return Buffer.concat(chunks).subarray(0, headLength)
}

const headLength = 4096

/** Reads the whole file once for its encoding, and refuses endless lines on the way. */
async function textFile(
  request: OpenSourceRequest & { gzip: boolean; totalBytes: number; head: Buffer },
): Promise<TextFile> {
  const { path, gzip, totalBytes, signal } = request
  const detector = encodingDetector()
  const fits = lineLengthGuard()
  let passed = 0
  const isArray = /^\s*\[\s*\{/.test(request.head.toString('utf8'))
  for await (const { bytes } of fileBytes({ path, gzip, signal })) {
    detector.add(bytes)
    passed += bytes.length
    // One JSON array may well stand in one line.
    if (!fits(bytes) && !isArray) throw lineTooLong(path, await lineNumber({ path, gzip }, passed))
  }
  return { path, gzip, totalBytes, encoding: detector.encoding() }
}
