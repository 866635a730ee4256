import type { Readable } from 'node:stream'

/** Kinds of values with a fixed width in RowBinary: unsigned 64 bits, double, signed 32 bits, one byte. */
export type FixedKind = 'u64' | 'f64' | 'i32' | 'u8'

const widths: Readonly<Record<FixedKind, number>> = { u64: 8, f64: 8, i32: 4, u8: 1 }

export interface FixedColumns {
  /** Rows that have come. */
  readonly rows: number
  readonly keys: (name: string) => BigUint64Array
  readonly doubles: (name: string) => Float64Array
  readonly integers: (name: string) => Int32Array
  readonly bytes: (name: string) => Uint8Array
}

/**
 * Reads a RowBinary answer whose rows all take the same bytes into one typed array per column, as it comes: nothing but the
 * arrays is kept.
 *
 * @param stream as the engine sends it: little-endian, columns in the order of `layout`
 * @param options the columns with their kinds, and how many rows are expected at most
 */
export async function readFixedRows(
  stream: Readable,
  { layout, atMost }: { readonly layout: readonly (readonly [string, FixedKind])[]; readonly atMost: number },
): Promise<FixedColumns> {
  const columns = layout.map(([name, kind]) => ({ name, kind, values: emptyColumn(kind, atMost) }))
  const width = layout.reduce((sum, [, kind]) => sum + widths[kind], 0)
  let rows = 0
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of stream) {
    const bytes: Buffer = rest.length === 0 ? bufferOf(chunk) : Buffer.concat([rest, bufferOf(chunk)])
    const complete = Math.min(Math.floor(bytes.length / width), atMost - rows)
    fill(columns, { bytes, from: rows, count: complete, width })
    rows += complete
    rest = bytes.subarray(complete * width)
  }
  if (rest.length > 0) throw new Error(`${rest.length} bytes are left over after ${rows} rows of ${width} bytes`)
  const byName = new Map(columns.map((column) => [column.name, column.values.subarray(0, rows)]))
  return {
    rows,
    keys: (name) => columnOf(byName.get(name), { name, kind: BigUint64Array }),
    doubles: (name) => columnOf(byName.get(name), { name, kind: Float64Array }),
    integers: (name) => columnOf(byName.get(name), { name, kind: Int32Array }),
    bytes: (name) => columnOf(byName.get(name), { name, kind: Uint8Array }),
  }
}

type Values = BigUint64Array | Float64Array | Int32Array | Uint8Array

interface Column {
  readonly kind: FixedKind
  readonly values: Values
}

function emptyColumn(kind: FixedKind, length: number): Values {
  switch (kind) {
    case 'u64':
      return new BigUint64Array(length)
    case 'f64':
      return new Float64Array(length)
    case 'i32':
      return new Int32Array(length)
    case 'u8':
      return new Uint8Array(length)
  }
}

function fill(
  columns: readonly Column[],
  { bytes, from, count, width }: { bytes: Buffer; from: number; count: number; width: number },
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let offset = 0
  for (const { kind, values } of columns) {
    fillColumn(values, { view, offset, from, count, width })
    offset += widths[kind]
  }
}

function fillColumn(
  values: Values,
  place: { view: DataView; offset: number; from: number; count: number; width: number },
): void {
  const { view, from, count, width } = place
  let at = place.offset
  if (values instanceof Float64Array) {
    for (let row = from; row < from + count; row++, at += width) values[row] = view.getFloat64(at, true)
  } else if (values instanceof BigUint64Array) {
    for (let row = from; row < from + count; row++, at += width) values[row] = view.getBigUint64(at, true)
  } else if (values instanceof Int32Array) {
    for (let row = from; row < from + count; row++, at += width) values[row] = view.getInt32(at, true)
  } else {
    for (let row = from; row < from + count; row++, at += width) values[row] = view.getUint8(at)
  }
}

function columnOf<T extends Values>(
  values: Values | undefined,
  { name, kind }: { readonly name: string; readonly kind: new () => T },
): T {
  if (values instanceof kind) return values
  throw new Error(`there is no column ${name} of the kind asked for`)
}

function bufferOf(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk
  throw new Error('a stream of bytes brought something else')
}
