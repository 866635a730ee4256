import { wholeContent } from '../archive/whole-content.ts'
import { inputLimits } from '../input-limits.ts'
import type { TextFile } from '../delimited/delimited-source.ts'
import type { RowBatch, TableSource } from '../sheets/table-source.ts'
import { decodedText, lineTooLong } from '../text/decode-text.ts'
import { byteText, damaged, messageOf, tooLarge } from '../text/file-failure.ts'
import { serialZero1900 } from '../values/parse-date.ts'
import { recordCells, recordFields } from './record-table.ts'

/** JSON records as a table: one per line, or one array of them. The header is the union of their names. */
export async function jsonSource(file: TextFile): Promise<TableSource> {
  const array = await startsAsArray(file)
  const records = array ? await arrayRecords(file) : null
  const names = recordFields(records ?? (await firstRecords(file)))
  const columns = new Map(names.map((name, column) => [name, column]))
  return {
    format: 'jsonLines',
    packing: file.packing,
    encoding: file.encoding,
    sheet: null,
    delimiter: null,
    named: true,
    serialZero: serialZero1900,
    totalBytes: file.totalBytes,
    rows: (signal) =>
      withHeader(
        names,
        records === null
          ? lineRows({ file, columns, signal })
          : memoryRows(records, { columns, consumed: file.totalBytes }),
      ),
  }
}

/** The names come first, as row 0: no line of the file holds them. */
async function* withHeader(
  names: string[],
  batches: AsyncGenerator<RowBatch>,
): AsyncGenerator<RowBatch, void, undefined> {
  yield { numbers: [0], rows: [names], damaged: null, consumed: 0 }
  yield* batches
}

async function* lineRows(request: {
  readonly file: TextFile
  readonly columns: ReadonlyMap<string, number>
  readonly signal: AbortSignal | undefined
}): AsyncGenerator<RowBatch, void, undefined> {
  let number = 0
  for await (const { lines, consumed } of jsonLines(request.file, request.signal)) {
    const numbers: number[] = []
    const rows: string[][] = []
    const damagedRows = new Set<number>()
    for (const line of lines) {
      number += 1
      const cells = line.trim() === '' ? [] : recordCells(parsed(line), request.columns)
      if (cells === null) damagedRows.add(number)
      numbers.push(number)
      rows.push(cells ?? [line.slice(0, 200)])
    }
    yield { numbers, rows, damaged: damagedRows, consumed }
  }
}

async function* memoryRows(
  records: readonly unknown[],
  { columns, consumed }: { columns: ReadonlyMap<string, number>; consumed: number },
): AsyncGenerator<RowBatch, void, undefined> {
  const rows = records.map((record) => recordCells(record, columns))
  const damagedRows = rows.flatMap((row, index) => (row === null ? [index + 1] : []))
  yield {
    numbers: rows.map((_, index) => index + 1),
    rows: rows.map((row) => row ?? []),
    damaged: new Set(damagedRows),
    consumed,
  }
}

async function* jsonLines(
  file: TextFile,
  signal?: AbortSignal,
): AsyncGenerator<{ lines: string[]; consumed: number }, void, undefined> {
  let rest = ''
  let count = 0
  let consumed = 0
  for await (const chunk of decodedText({ path: file.path, packing: file.packing, signal }, file.encoding)) {
    consumed = chunk.consumed
    const lines = (rest + chunk.text).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > inputLimits.lineCharacters) throw lineTooLong(file.path, count + lines.length + 1)
    count += lines.length
    if (lines.length > 0) yield { lines, consumed }
  }
  if (rest.trim() !== '') yield { lines: [rest], consumed }
}

const sampledRecords = 2_000

async function firstRecords(file: TextFile): Promise<unknown[]> {
  const records: unknown[] = []
  for await (const { lines } of jsonLines(file)) {
    for (const line of lines) records.push(parsed(line))
    if (records.length >= sampledRecords) break
  }
  return records
}

function parsed(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return value
  } catch {
    return null
  }
}

async function startsAsArray(file: TextFile): Promise<boolean> {
  for await (const { text } of decodedText({ path: file.path, packing: file.packing }, file.encoding)) {
    return text.trimStart().startsWith('[')
  }
  return false
}

async function arrayRecords(file: TextFile): Promise<unknown[]> {
  const { path } = file
  const maximum = inputLimits.wholeFileBytes
  if (file.totalBytes > maximum) throw tooLarge(path, `JSON > ${byteText(maximum)}`)
  const bytes = await wholeContent(file, 'JSON')
  try {
    const value: unknown = JSON.parse(new TextDecoder(file.encoding).decode(bytes))
    if (isList(value)) return value
  } catch (cause) {
    throw damaged(path, messageOf(cause))
  }
  throw damaged(path, 'not an array')
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value)
}
