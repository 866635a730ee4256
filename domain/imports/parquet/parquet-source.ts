import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetRead,
  type AsyncBuffer,
  type Compressors,
  type DecodedArray,
  type FileMetaData,
} from 'hyparquet'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { inputLimits } from '../input-limits.ts'
import type { RowBatch, TableSource } from '../sheets/table-source.ts'
import { byteText, damaged, messageOf, tooLarge } from '../text/file-failure.ts'
import { serialZero1900 } from '../values/parse-date.ts'
import { parquetColumns, parquetParsers, type ParquetColumn } from './parquet-columns.ts'

interface ParquetFile {
  readonly path: string
  readonly buffer: AsyncBuffer
  readonly metadata: FileMetaData
  readonly columns: readonly ParquetColumn[]
  readonly totalBytes: number
}

/** A Parquet file as a table, read one row group at a time. */
export async function parquetSource({ path, totalBytes }: { path: string; totalBytes: number }): Promise<TableSource> {
  const file = await openParquet(path, totalBytes)
  return {
    format: 'parquet',
    packing: 'none',
    encoding: 'binary',
    sheet: null,
    delimiter: null,
    named: true,
    serialZero: serialZero1900,
    totalBytes,
    rows: (signal) => parquetRows(file, signal),
  }
}

async function openParquet(path: string, totalBytes: number): Promise<ParquetFile> {
  const buffer = await asyncBufferFromFile(path)
  try {
    const metadata = await parquetMetadataAsync(buffer)
    for (const group of metadata.row_groups) refuseBomb(path, group.total_byte_size)
    return { path, buffer, metadata, columns: parquetColumns(metadata), totalBytes }
  } catch (cause) {
    throw cause instanceof ProductError ? cause : damaged(path, messageOf(cause))
  }
}

/** A row group is held in memory whole. */
function refuseBomb(path: string, bytes: bigint): void {
  const { workbookBytes } = inputLimits
  if (bytes > BigInt(workbookBytes)) throw tooLarge(path, `row group > ${byteText(workbookBytes)}`)
}

const compressors: Compressors = {
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: length }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: length }),
  ZSTD: (input, length) => zstdDecompressSync(input, { maxOutputLength: length }),
}

const batchRows = 4_096

async function* parquetRows(file: ParquetFile, signal?: AbortSignal): AsyncGenerator<RowBatch, void, undefined> {
  const { columns, metadata, totalBytes } = file
  yield { numbers: [0], rows: [columns.map(({ name }) => name)], damaged: null, consumed: 0 }
  const all = Number(metadata.num_rows)
  let start = 0
  for (const group of metadata.row_groups) {
    signal?.throwIfAborted()
    const count = Number(group.num_rows)
    const chunks = await groupChunks(file, { start, end: start + count })
    for (let from = 0; from < count; from += batchRows) {
      const length = Math.min(batchRows, count - from)
      const rows = textRows(file.columns, { chunks, from, length })
      const first = start + from + 1
      yield {
        numbers: rows.map((_, row) => first + row),
        rows,
        damaged: null,
        consumed: Math.round((totalBytes * (first + length)) / Math.max(1, all)),
      }
    }
    start += count
  }
}

type ColumnReader = (row: number) => unknown

function textRows(
  columns: readonly ParquetColumn[],
  part: { readonly chunks: readonly ColumnReader[]; readonly from: number; readonly length: number },
): string[][] {
  const rows = Array.from({ length: part.length }, (): string[] => [])
  for (const [index, { text }] of columns.entries()) {
    const read = part.chunks[index]
    for (const [row, cells] of rows.entries()) cells.push(read === undefined ? '' : text(read(part.from + row)))
  }
  return rows
}

/** The columns of a row group, each as a function from the row within the group to its value. */
async function groupChunks(file: ParquetFile, range: { start: number; end: number }): Promise<ColumnReader[]> {
  const pieces = new Map<string, Array<{ from: number; to: number; data: DecodedArray }>>()
  try {
    await parquetRead({
      file: file.buffer,
      metadata: file.metadata,
      columns: file.columns.map(({ name }) => name),
      rowStart: range.start,
      rowEnd: range.end,
      compressors,
      parsers: parquetParsers,
      utf8: false,
      onChunk: ({ columnName, columnData, rowStart, rowEnd }) => {
        const known = pieces.get(columnName) ?? []
        known.push({ from: rowStart - range.start, to: rowEnd - range.start, data: columnData })
        pieces.set(columnName, known)
      },
    })
  } catch (cause) {
    throw damaged(file.path, messageOf(cause))
  }
  return file.columns.map(({ name }) => {
    const parts = (pieces.get(name) ?? []).toSorted((one, other) => one.from - other.from)
    let current = 0
    return (row) => {
      while (current > 0 && row < (parts[current]?.from ?? 0)) current -= 1
      while (current < parts.length - 1 && row >= (parts[current]?.to ?? 0)) current += 1
      const part = parts[current]
      const value: unknown = part?.data[row - part.from]
      return value
    }
  })
}
