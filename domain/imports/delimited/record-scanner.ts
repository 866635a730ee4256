import { inputLimits } from '../input-limits.ts'

export interface ScannedRecords {
  readonly numbers: number[]
  readonly rows: string[][]
  readonly damaged: Set<number> | null
}

export interface RecordScanner {
  /** Takes more text and gives the records that are complete; `last` closes the file. */
  scan(text: string, last: boolean): ScannedRecords
  /** Characters held back because their record is not complete. */
  held(): number
  /** Records given so far. */
  records(): number
}

export interface RecordScannerRequest {
  readonly delimiter: string
  readonly newline: '\n' | '\r'
  /** Columns a record should have; a record over several lines that has another number is an unclosed quote. */
  readonly columns: number | null
}

/**
 * Splits delimited text into records. Quoted cells may hold delimiters, line ends and doubled quotes. A quote that is
 * never closed does not swallow the lines after it: the line it stands in is given alone, marked as damaged, and
 * reading goes on with the next line.
 */
export function recordScanner(request: RecordScannerRequest): RecordScanner {
  const { newline } = request
  let text = ''
  let position = 0
  let record = 0

  function scan(more: string, last: boolean): ScannedRecords {
    text = position === text.length ? more : text.slice(position) + more
    position = 0
    const found: { numbers: number[]; rows: string[][]; damaged: Set<number> | null } = {
      numbers: [],
      rows: [],
      damaged: null,
    }
    let quote = text.indexOf('"')
    while (position < text.length) {
      const lineEnd = text.indexOf(newline, position)
      if (lineEnd === -1 && !last) break
      const end = lineEnd === -1 ? text.length : lineEnd
      if (quote !== -1 && quote < position) quote = text.indexOf('"', position)
      let cells: string[]
      let next = lineEnd === -1 ? text.length : lineEnd + 1
      let damaged = false
      if (quote === -1 || quote >= end) {
        const line = plainLine(text, { from: position, end, request })
        cells = line.cells
        next = Math.min(next, line.next)
      } else {
        const quoted = quotedLine(text, { ...request, from: position, last })
        if (quoted === 'incomplete') break
        cells = quoted.cells
        next = quoted.next
        damaged = quoted.damaged
      }
      record += 1
      found.numbers.push(record)
      found.rows.push(cells)
      if (damaged || next - position > inputLimits.cellCharacters) {
        if (damaged || cells.some((cell) => cell.length > inputLimits.cellCharacters))
          (found.damaged ??= new Set()).add(record)
      }
      position = next
    }
    return found
  }

  return { scan, held: () => text.length - position, records: () => record }
}

function withoutReturn(text: string, { from, to }: { from: number; to: number }): number {
  return to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to
}

function plainCells(text: string, span: { from: number; to: number; delimiter: string }): string[] {
  const line = text.slice(span.from, span.to)
  return span.delimiter === whitespaceRuns ? line.trim().split(/\s+/) : line.split(span.delimiter)
}

/** Separators that lines from elsewhere may have in a file of another one. */
const otherDelimiters = [',', ';', '\t', '|', '，', '；']

/** A line without quotes; `next` is infinite unless it ends before the line does. */
function plainLine(
  text: string,
  { from, end, request }: { readonly from: number; readonly end: number; readonly request: RecordScannerRequest },
): { readonly cells: string[]; readonly next: number } {
  const { delimiter, columns } = request
  const to = loneReturn(text, { from, end, request }) ?? withoutReturn(text, { from, to: end })
  const cells = plainCells(text, { from, to, delimiter })
  const next = text.charCodeAt(to) === 13 && to + 1 < end ? to + 1 : Infinity
  if (cells.length > 1 || columns === null || columns < 2) return { cells, next }
  for (const other of otherDelimiters) {
    const found = plainCells(text, { from, to, delimiter: other })
    if (found.length === columns) return { cells: found, next }
  }
  return { cells, next }
}

/**
 * Where a carriage return alone ends a row among lines that end otherwise: behind as many cells as a row has, and before
 * more than the rest of a cell.
 */
function loneReturn(
  text: string,
  { from, end, request }: { readonly from: number; readonly end: number; readonly request: RecordScannerRequest },
): number | undefined {
  const { delimiter, newline, columns } = request
  if (newline === '\r' || columns === null || columns < 2) return undefined
  const line = text.slice(from, end)
  const at = line.indexOf('\r')
  if (at === -1 || at === line.length - 1) return undefined
  const isWhole = line.slice(0, at).split(delimiter).length === columns
  return isWhole && line.indexOf(delimiter, at) !== -1 ? from + at : undefined
}

/** Stands for "any run of blanks" where columns are set apart by eye. */
export const whitespaceRuns = ' '

interface QuotedRecord {
  readonly cells: string[]
  readonly next: number
  readonly damaged: boolean
}

/** A record with quotes; one of a single cell may have been written with another separator than the others. */
function quotedLine(
  text: string,
  request: RecordScannerRequest & { readonly from: number; readonly last: boolean },
): QuotedRecord | 'incomplete' {
  const found = quotedRecord(text, request)
  const { columns } = request
  if (found === 'incomplete' || found.cells.length > 1 || columns === null || columns < 2) return found
  for (const delimiter of otherDelimiters) {
    const other = quotedRecord(text, { ...request, delimiter })
    if (other !== 'incomplete' && !other.damaged && other.cells.length === columns) return other
  }
  return found
}

function quotedRecord(
  text: string,
  request: RecordScannerRequest & { readonly from: number; readonly last: boolean },
): QuotedRecord | 'incomplete' {
  const cells: string[] = []
  const { delimiter, newline, from, last } = request
  let position = from
  let lines = 1
  for (;;) {
    const quoteAt = openingQuote(text, position)
    if (quoteAt === -1) {
      const end = unquotedEnd(text, { position, delimiter, newline })
      if (end === -1 && !last) return tooLong(text, from) ? damagedLine(text, request) : 'incomplete'
      const stop = end === -1 ? text.length : end
      const closes = end === -1 || text[end] === newline
      const alone = closes ? -1 : text.slice(position, stop).indexOf('\r')
      if (alone !== -1 && newline === '\n' && cells.length + 1 === request.columns) {
        cells.push(text.slice(position, position + alone))
        return finished(text, { request, cells, next: position + alone + 1, lines })
      }
      cells.push(text.slice(position, closes ? withoutReturn(text, { from: position, to: stop }) : stop))
      position = closes ? stop + 1 : stop + delimiter.length
      if (closes) return finished(text, { request, cells, next: Math.min(position, text.length), lines })
      continue
    }
    const closed = closingQuote(text, { from: quoteAt + 1, delimiter, newline })
    if (closed === 'malformed') return damagedLine(text, request)
    if (closed === 'open') return last || tooLong(text, from) ? damagedLine(text, request) : 'incomplete'
    // A quote at the very end of what is there may be the first of a pair, or its delimiter may be to come.
    if (closed.after >= text.length && !last) return 'incomplete'
    cells.push(closed.cell)
    lines += closed.lines
    position = closed.after
    if (text.startsWith(delimiter, position)) {
      position += delimiter.length
      continue
    }
    if (newline === '\n' && text.charCodeAt(position) === 13 && text[position + 1] !== newline) {
      if (position + 1 >= text.length && !last) return 'incomplete'
      return finished(text, { request, cells, next: position + 1, lines })
    }
    const end = text.indexOf(newline, position)
    return finished(text, { request, cells, next: end === -1 ? text.length : end + 1, lines })
  }
}

/** An unclosed quote shows itself where the lines it joined make another number of cells than the table has. */
function finished(
  text: string,
  found: { request: RecordScannerRequest & { from: number }; cells: string[]; next: number; lines: number },
): QuotedRecord {
  const { request, cells, next, lines } = found
  if (lines > 1 && request.columns !== null && cells.length !== request.columns) return damagedLine(text, request)
  return { cells, next, damaged: false }
}

function tooLong(text: string, from: number): boolean {
  return text.length - from > inputLimits.cellCharacters * 4
}

function damagedLine(text: string, request: RecordScannerRequest & { from: number }): QuotedRecord {
  const end = text.indexOf(request.newline, request.from)
  const stop = end === -1 ? text.length : end
  const to = withoutReturn(text, { from: request.from, to: stop })
  return {
    cells: plainCells(text, { from: request.from, to, delimiter: request.delimiter }),
    next: end === -1 ? text.length : end + 1,
    damaged: true,
  }
}

/** Where a cell that starts at `position` opens a quote, blanks before it allowed; −1 when it is not quoted. */
function openingQuote(text: string, position: number): number {
  let at = position
  while (text.charCodeAt(at) === 32) at += 1
  return text.charCodeAt(at) === 34 ? at : -1
}

function unquotedEnd(text: string, where: { position: number; delimiter: string; newline: string }): number {
  const newlineAt = text.indexOf(where.newline, where.position)
  // The search for a delimiter must not run on over the following lines, or many lines without one cost their square.
  const line = text.slice(where.position, newlineAt === -1 ? text.length : newlineAt)
  const delimiterAt = line.indexOf(where.delimiter)
  return delimiterAt === -1 ? newlineAt : where.position + delimiterAt
}

interface ClosedQuote {
  readonly cell: string
  readonly after: number
  readonly lines: number
}

function closingQuote(
  text: string,
  { from, delimiter, newline }: { from: number; delimiter: string; newline: string },
): ClosedQuote | 'open' | 'malformed' {
  let at = from
  let escaped = false
  for (;;) {
    at = text.indexOf('"', at)
    if (at === -1) return 'open'
    if (text.charCodeAt(at + 1) === 34) {
      escaped = true
      at += 2
      continue
    }
    let after = at + 1
    while (text.charCodeAt(after) === 32 && delimiter !== ' ') after += 1
    const code = text.charCodeAt(after)
    if (after >= text.length || code === 13 || text[after] === newline || text.startsWith(delimiter, after)) {
      const raw = text.slice(from, at)
      return { cell: escaped ? raw.replaceAll('""', '"') : raw, after, lines: linesIn(raw, newline) }
    }
    // A stray quote inside a cell (5" pipe) is part of it, but only while the cell has not run over a line end.
    if (text.slice(from, at).includes(newline)) return 'malformed'
    escaped = true
    at += 1
  }
}

function linesIn(text: string, newline: string): number {
  let lines = 0
  for (let at = text.indexOf(newline); at !== -1; at = text.indexOf(newline, at + 1)) lines += 1
  return lines
}
