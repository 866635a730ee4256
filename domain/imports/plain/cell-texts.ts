import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { textReaders } from '../rows/text-readers.ts'
import { mayBePlaceholder, signs, totalSigns } from './byte-signs.ts'
import type { TextColumn } from './column-block.ts'
import { type CutRows, rowsPerCut } from './row-cutter.ts'

type TextField = keyof ReturnType<typeof textReaders>

/** Texts of a sale and the columns they are kept in. */
export const textColumns = {
  customer: 'customer',
  customerName: 'customer_name',
  parent: 'parent',
  creditCode: 'credit_code',
  orderNumber: 'order_number',
  product: 'product',
  productName: 'product_name',
  category: 'category',
  currency: 'currency',
  salesperson: 'salesperson',
  region: 'region',
  department: 'department',
  channel: 'channel',
  industry: 'industry',
  status: 'status',
} as const satisfies Record<TextField, string>

/** Where the file has a text: every field with a column of its own. */
export function textFieldsOf({ columns }: SalesFilePlan): { readonly field: TextField; readonly column: number }[] {
  return textFields.flatMap((field) => {
    const column = columns[salesFieldOf(field)]
    return column === undefined ? [] : [{ field, column }]
  })
}

const textFields = [
  'customer',
  'customerName',
  'parent',
  'creditCode',
  'orderNumber',
  'product',
  'productName',
  'category',
  'currency',
  'salesperson',
  'region',
  'department',
  'channel',
  'industry',
  'status',
] as const satisfies readonly TextField[]

function salesFieldOf(field: TextField): SalesField {
  return field === 'status' ? 'orderStatus' : field
}

/** Writes cells of one column, cleaned, behind the texts that are there. They count once the rows do. */
export interface TextWriter {
  /** Where the text of each row ends that was written. */
  readonly ends: Int32Array
  /** Writes the rows from one on until another; where a text is needed, it stops before a row without. Returns where. */
  write(
    rows: CutRows,
    to: { readonly text: TextColumn; readonly from: number; readonly until: number; readonly isNeeded: boolean },
  ): number
}

const identifiers: ReadonlySet<TextField> = new Set(['customer', 'orderNumber', 'product', 'creditCode'])
/** Fields in which "unknown" and "total" are no values but absences. */
const names: ReadonlySet<TextField> = new Set(['customer', 'customerName', 'parent', 'creditCode'])
const space = 32
const apostrophe = 39
const zero = 48
const equals = 61

/**
 * The writer for one column. What its signs leave no doubt about is copied; any other cell goes the way of the careful
 * reader, through the same function.
 */
export function textWriter(
  { field, column }: { readonly field: TextField; readonly column: number },
  readers: ReturnType<typeof textReaders>,
): TextWriter {
  const isName = names.has(field)
  const pointDoubt = identifiers.has(field) ? signs.point : 0
  const read = readers[field]
  const cells: string[] = []
  const ends = new Int32Array(rowsPerCut)
  const first = column * rowsPerCut

  function carefully(bytes: Buffer, cell: { readonly from: number; readonly to: number }, into: Room): number {
    cells[column] = bytes.toString('utf8', cell.from, cell.to)
    return writeText(read(cells), into)
  }

  function isDoubtful(bytes: Buffer, { from, to, seen }: { from: number; to: number; seen: number }): boolean {
    const sign = bytes[from] ?? 0
    if ((seen & signs.doubtful) !== 0 || sign === apostrophe || sign === equals) return true
    if ((seen & pointDoubt) !== 0 && bytes[to - 1] === zero) return true
    return isName && (mayBePlaceholder(sign, to - from) || mayBeTotal(seen))
  }

  function write(rows: CutRows, to: Parameters<TextWriter['write']>[1]): number {
    const { bytes } = rows
    const { text, until, isNeeded } = to
    const target = text.bytes
    let at = text.length
    for (let index = to.from; index < until; index += 1) {
      const before = at
      let from = rows.from[first + index] ?? 0
      let end = rows.to[first + index] ?? 0
      const seen = rows.seen[first + index] ?? 0
      while (end > from && bytes[end - 1] === space) end -= 1
      while (end > from && bytes[from] === space) from += 1
      if (end > from && isDoubtful(bytes, { from, to: end, seen })) {
        const cell = { from: rows.from[first + index] ?? 0, to: rows.to[first + index] ?? 0 }
        at = carefully(bytes, cell, { bytes: target, at })
      } else {
        at = writeLength(target, { at, length: end - from })
        for (let byte = from; byte < end; byte += 1) target[at++] = bytes[byte] ?? 0
      }
      // A row without a text is a length of zero and nothing behind it.
      if (isNeeded && at === before + 1) return index
      ends[index] = at
    }
    return until
  }

  return { ends, write }
}

interface Room {
  readonly bytes: Buffer
  readonly at: number
}

function mayBeTotal(seen: number): boolean {
  for (const bits of totalSigns) if ((seen & bits) === bits) return true
  return false
}

/** What is cleaned has never become longer: the room made for the cells is enough. */
function writeText(text: string, { bytes, at }: Room): number {
  const from = writeLength(bytes, { at, length: Buffer.byteLength(text) })
  return from + bytes.write(text, from)
}

/** A length as the engine's formats have it: seven bits a byte, the lowest first. */
function writeLength(bytes: Buffer, { at, length }: { readonly at: number; readonly length: number }): number {
  let place = at
  let rest = length
  for (; rest >= 128; rest >>>= 7) bytes[place++] = (rest & 127) | 128
  bytes[place++] = rest
  return place
}
