import { isUtf8 } from 'node:buffer'
import { spots } from './doubt-lexicon.ts'
import { fileBytes } from '../text/file-bytes.ts'

/** Whole records of a delimited file as bytes, with the number of the first of them and how many there are. */
export interface PlainChunk {
  readonly bytes: Buffer
  readonly firstRow: number
  readonly rows: number
  /** Whether none of the signs is in it that make a text something else than it shows; its texts need no looking at. */
  readonly isSpotless: boolean
  /** Bytes of the file itself taken so far. */
  readonly consumed: number
}

export interface PlainChunksRequest {
  readonly path: string
  readonly gzip: boolean
  readonly delimiter: string
  readonly signal?: AbortSignal | undefined
}

/** Bytes sent to the engine at a time: some hundred thousand rows, well under one of its blocks. */
const chunkBytes = 8 * 2 ** 20
const newline = 10
const carriageReturn = 13
const quote = 34

/** Says that a file is not as plain as it looked; it is then read the careful way from the start. */
export class NotPlain extends Error {}

/**
 * Cuts a UTF-8 file into chunks of whole records without taking it apart. The header, line 1, is left out.
 *
 * @throws NotPlain where quotes do not pair up, bytes are not UTF-8, or a record is more than a line
 */
export async function* plainChunks(request: PlainChunksRequest): AsyncGenerator<PlainChunk, void, undefined> {
  const delimiter = request.delimiter.charCodeAt(0)
  let held: Buffer[] = []
  let heldBytes = 0
  let row = 1
  let consumed = 0

  function cut(isLast: boolean): PlainChunk | null {
    const joined = Buffer.concat(held, heldBytes)
    const text = isLast ? withoutBlankEnd(joined) : joined
    const counted = countRecords(text, delimiter)
    if (isLast && counted.isOpen) throw new NotPlain('quote')
    const from = row === 1 ? counted.firstEnd : 0
    const to = isLast ? text.length : counted.end
    const rest = isLast ? [] : [Buffer.from(text.subarray(to))]
    held = rest
    heldBytes = rest.reduce((sum, part) => sum + part.length, 0)
    const bytes = text.subarray(from, to)
    if (bytes.length === 0) return null
    // The last record of the file has no line end any more.
    const rows = counted.records + (isLast ? 1 : 0) - (row === 1 ? 1 : 0)
    const firstRow = Math.max(row, 2)
    row = firstRow + rows
    if (!isUtf8(bytes)) throw new NotPlain('bytes')
    return { bytes, firstRow, rows, isSpotless: isSpotless(bytes), consumed }
  }

  for await (const chunk of fileBytes(request)) {
    held.push(chunk.bytes)
    heldBytes += chunk.bytes.length
    consumed = chunk.consumed
    if (heldBytes < chunkBytes) continue
    const whole = cut(false)
    if (whole !== null) yield whole
    if (heldBytes >= chunkBytes) throw new NotPlain('quote')
  }
  const last = cut(true)
  if (last !== null) yield last
}

interface Counted {
  readonly records: number
  /** End of the first record. */
  readonly firstEnd: number
  /** End of the last whole record. */
  readonly end: number
  /** Whether the bytes end inside quotes. */
  readonly isOpen: boolean
}

/**
 * In a plain file every line is a record: cells over several lines, lone carriage returns and control characters belong
 * to the careful reader. Without quotes and carriage returns counting line ends is all there is to do.
 */
function countRecords(bytes: Buffer, delimiter: number): Counted {
  for (const control of controls) {
    if (control !== delimiter && bytes.includes(control)) throw new NotPlain('control character')
  }
  if (bytes.includes(quote) || bytes.includes(carriageReturn)) return countAmongQuotes(bytes, delimiter)
  let records = 0
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === newline) records += 1
  return { records, firstEnd: bytes.indexOf(newline) + 1, end: bytes.lastIndexOf(newline) + 1, isOpen: false }
}

/** Zero byte, tab, vertical tab, form feed: the careful reader strips them from the ends of a cell. */
const controls = [0, 9, 11, 12]

function countAmongQuotes(bytes: Buffer, delimiter: number): Counted {
  let records = 0
  let firstEnd = 0
  let end = 0
  let isOpen = false
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte > quote) continue
    if (byte === newline) {
      if (isOpen) throw new NotPlain('line end inside quotes')
      records += 1
      end = index + 1
      if (records === 1) firstEnd = end
    } else if (byte === quote) {
      if (!isOpen && !mayOpen(bytes[index - 1], delimiter)) throw new NotPlain('quote inside a cell')
      isOpen = !isOpen
    } else if (byte === carriageReturn && index + 1 < bytes.length && bytes[index + 1] !== newline) {
      throw new NotPlain('carriage return')
    }
  }
  return { records, firstEnd, end, isOpen }
}

/** Signs of the lexicon, and the first bytes of invisible and full-width ones. */
const spotBytes = [
  ...spots.map((text) => Buffer.from(text)),
  ...[
    [0xe2, 0x80],
    [0xe2, 0x81],
    [0xef, 0xbc],
    [0xef, 0xbd],
  ].map((bytes) => Buffer.from(bytes)),
]

function isSpotless(bytes: Buffer): boolean {
  return !spotBytes.some((spot) => bytes.includes(spot))
}

/** A quote opens a cell only at its very beginning; after another quote it is the second of a pair. */
function mayOpen(before: number | undefined, delimiter: number): boolean {
  return before === undefined || before === delimiter || before === newline || before === quote
}

/** Blank lines at the very end of a file are no rows. */
function withoutBlankEnd(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === newline || bytes[end - 1] === carriageReturn)) end -= 1
  return bytes.subarray(0, end)
}
