import type { Packing } from '../archive/packing.ts'
import { inputLimits } from '../input-limits.ts'
import { decodedText, lineTooLong } from '../text/decode-text.ts'
import type { Encoding } from '../text/detect-encoding.ts'
import type { RowBatch, TableSource } from '../sheets/table-source.ts'
import { serialZero1900 } from '../values/parse-date.ts'
import { detectDelimiter, type DelimitedShape } from './detect-delimiter.ts'
import { recordScanner } from './record-scanner.ts'

export interface TextFile {
  readonly path: string
  readonly packing: Packing
  readonly encoding: Encoding
  readonly totalBytes: number
}

/** A delimited text file as a table: comma, tab, semicolon and their like. */
export async function delimitedSource(file: TextFile): Promise<TableSource> {
  const shape = detectDelimiter(await textHead(file))
  return {
    format: 'delimited',
    packing: file.packing,
    encoding: file.encoding,
    sheet: null,
    delimiter: shape.delimiter,
    text: { encoding: file.encoding, shape },
    named: false,
    serialZero: serialZero1900,
    totalBytes: file.totalBytes,
    rows: (signal) => delimitedRows({ file, shape, signal }),
  }
}

const headCharacters = 128 * 1024

/** The first lines of the file, whole, for the detectors. */
async function textHead(file: TextFile): Promise<string> {
  let head = ''
  for await (const { text } of decodedText({ path: file.path, packing: file.packing }, file.encoding)) {
    head += text
    if (head.length > headCharacters)
      return head.slice(0, Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1 || head.length)
  }
  return head
}

/** Excel's own hint in the first line; no record of the table. */
export const delimiterHint = /^\ufeff?sep=.\r?\n/i

async function* delimitedRows(request: {
  readonly file: TextFile
  readonly shape: DelimitedShape
  readonly signal: AbortSignal | undefined
}): AsyncGenerator<RowBatch, void, undefined> {
  const { file, shape, signal } = request
  const scanner = recordScanner(shape)
  let consumed = 0
  let first = true
  for await (const chunk of decodedText({ path: file.path, packing: file.packing, signal }, file.encoding)) {
    consumed = chunk.consumed
    const text = first ? chunk.text.replace(delimiterHint, '') : chunk.text
    first = false
    const found = scanner.scan(text, false)
    if (scanner.held() > inputLimits.lineCharacters) throw lineTooLong(file.path, scanner.records() + 1)
    if (found.rows.length > 0) yield { ...found, consumed }
  }
  const rest = scanner.scan('', true)
  if (rest.rows.length > 0) yield { ...rest, consumed }
}
