import type { Readable } from 'node:stream'

export interface Figures {
  readonly keys: readonly string[]
  readonly columns: readonly Float64Array[]
}

const width = 8

/** Reads rows of a key and doubles, little-endian, into columns as they come. */
export async function readFigures(
  stream: Readable,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Promise<Figures> {
  const keys: string[] = []
  const found = Array.from({ length: columns }, () => new Float64Array(rows))
  const rowWidth = width * (columns + 1)
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('the answer of a query must come as bytes')
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const complete = Math.floor(bytes.length / rowWidth)
    for (let row = 0, at = 0; row < complete; row++, at += rowWidth) {
      found.forEach((column, i) => (column[keys.length] = bytes.readDoubleLE(at + width * (i + 1))))
      keys.push(String(bytes.readBigUInt64LE(at)))
    }
    rest = bytes.subarray(complete * rowWidth)
  }
  return { keys, columns: found.map((column) => column.subarray(0, keys.length)) }
}
