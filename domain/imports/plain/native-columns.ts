import { endianness } from 'node:os'
import type { ColumnBlock, FigureColumn } from './column-block.ts'

/** Columns of a block as the engine's `input` function is told of them. */
export function nativeStructure(block: ColumnBlock): string {
  return [
    'row UInt32',
    'day Int32',
    ...block.texts.map(({ name }) => `${name} String`),
    ...figuresOf(block).map(({ name, missing }) => `${name} ${figureType(missing !== null)}`),
  ].join(', ')
}

/**
 * A block in the engine's format Native, in pieces that share the memory of the block: numbers of columns and rows, then
 * each column with its name and type before its values.
 */
export function nativePieces(block: ColumnBlock): Buffer[] {
  const { rows, texts } = block
  const figures = figuresOf(block)
  return [
    Buffer.concat([variableInteger(2 + texts.length + figures.length), variableInteger(rows)]),
    ...column('row', { type: 'UInt32', values: [littleEndian(block.row.subarray(0, rows))] }),
    ...column('day', { type: 'Int32', values: [littleEndian(block.day.subarray(0, rows))] }),
    ...texts.flatMap(({ name, bytes, length }) =>
      column(name, { type: 'String', values: [bytes.subarray(0, length)] }),
    ),
    ...figures.flatMap(({ name, halves, missing }) =>
      column(name, {
        type: figureType(missing !== null),
        values: [...(missing === null ? [] : [flags(missing, rows)]), littleEndian(halves.subarray(0, rows * 2))],
      }),
    ),
  ]
}

export function figuresOf({ revenue, units, profit }: ColumnBlock): FigureColumn[] {
  return [revenue, units, profit].filter((figure) => figure !== null)
}

function figureType(isOptional: boolean): string {
  return isOptional ? 'Nullable(Decimal(18, 6))' : 'Decimal(18, 6)'
}

function flags(values: Uint8Array, rows: number): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, rows)
}

function column(name: string, { type, values }: { readonly type: string; readonly values: readonly Buffer[] }) {
  return [Buffer.concat([lengthAndText(name), lengthAndText(type)]), ...values]
}

function lengthAndText(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([variableInteger(bytes.length), bytes])
}

function variableInteger(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Buffer.from([...bytes, rest])
}

const isLittleEndian = endianness() === 'LE'

function littleEndian(values: Uint32Array | Int32Array): Buffer {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  return isLittleEndian ? bytes : Buffer.from(bytes).swap32()
}
