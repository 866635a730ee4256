/** Sales that have been read and wait to be sent, column by column, in the form in which the engine takes columns. */
export interface ColumnBlock {
  rows: number
  readonly row: Uint32Array
  readonly day: Int32Array
  readonly texts: readonly TextColumn[]
  readonly revenue: FigureColumn
  readonly units: FigureColumn | null
  readonly profit: FigureColumn | null
}

/** Texts one after the other, each with its length before it. */
export interface TextColumn {
  readonly name: string
  bytes: Buffer
  /** Bytes used. */
  length: number
}

/** Micro-units as 64-bit integers, low half first; `missing` is 1 where there is none. */
export interface FigureColumn {
  readonly name: string
  readonly halves: Int32Array
  readonly missing: Uint8Array | null
}

export interface BlockShape {
  readonly texts: readonly string[]
  /** Which of quantity and gross_profit there are. */
  readonly optionalFigures: readonly string[]
}

/** Sales sent at a time: well under one block of the engine, so that each insert is all or nothing. */
export const rowsPerBlock = 262_144

export function columnBlock({ texts, optionalFigures }: BlockShape, rows: number = rowsPerBlock): ColumnBlock {
  const optional = (name: string): FigureColumn | null =>
    optionalFigures.includes(name) ? { name, halves: new Int32Array(rows * 2), missing: new Uint8Array(rows) } : null
  return {
    rows: 0,
    row: new Uint32Array(rows),
    day: new Int32Array(rows),
    texts: texts.map((name) => ({ name, bytes: Buffer.allocUnsafeSlow(rows * 8), length: 0 })),
    revenue: { name: 'net_revenue', halves: new Int32Array(rows * 2), missing: null },
    units: optional('quantity'),
    profit: optional('gross_profit'),
  }
}

/** An empty block in the memory of one that is needed no more. */
export function emptied(block: ColumnBlock): ColumnBlock {
  return { ...block, rows: 0, texts: block.texts.map((text) => ({ ...text, length: 0 })) }
}

/** Makes room for as many more bytes in every column of texts. */
export function reserveTexts(block: ColumnBlock, bytes: number): void {
  for (const text of block.texts) reserveText(text, bytes)
}

export function reserveText(text: TextColumn, bytes: number): void {
  const needed = text.length + bytes
  if (needed <= text.bytes.length) return
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, text.bytes.length * 2))
  text.bytes.copy(larger, 0, 0, text.length)
  text.bytes = larger
}

/** Writes the figures of a row; one that is not finite is missing. */
export function addFigures(
  block: ColumnBlock,
  row: number,
  figures: { readonly revenue: number; readonly units: number; readonly profit: number },
): void {
  write(block.revenue, row, figures.revenue)
  if (block.units !== null) write(block.units, row, figures.units)
  if (block.profit !== null) write(block.profit, row, figures.profit)
}

const half = 2 ** 32

function write({ halves, missing }: FigureColumn, row: number, micros: number): void {
  const isMissing = micros === Number.POSITIVE_INFINITY
  if (missing !== null) missing[row] = isMissing ? 1 : 0
  const value = isMissing ? 0 : micros
  const high = Math.floor(value / half)
  halves[row * 2] = value - high * half
  halves[row * 2 + 1] = high
}
