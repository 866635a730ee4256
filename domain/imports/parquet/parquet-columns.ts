import type { FileMetaData, SchemaElement } from 'hyparquet'
import { isoDay } from '../values/calendar.ts'
import { valueText } from '../records/record-table.ts'

export interface ParquetColumn {
  readonly name: string
  readonly text: (value: unknown) => string
}

/**
 * The plain columns of a Parquet file (nested ones are left out), and how their values become text. Decimals are taken
 * off the schema, in place, so that the reader hands over their digits and not a float.
 */
export function parquetColumns(metadata: FileMetaData): ParquetColumn[] {
  const [root, ...elements] = metadata.schema
  const columns: ParquetColumn[] = []
  let index = 0
  for (let child = 0; child < (root?.num_children ?? 0); child += 1) {
    const element = elements[index]
    if (element === undefined) break
    const nested = (element.num_children ?? 0) > 0 || element.repetition_type === 'REPEATED'
    if (!nested) columns.push({ name: element.name, text: textOf(element) })
    index += subtreeSize(elements, index)
  }
  return columns
}

function subtreeSize(elements: readonly SchemaElement[], at: number): number {
  let size = 1
  for (let child = 0; child < (elements[at]?.num_children ?? 0); child += 1) size += subtreeSize(elements, at + size)
  return size
}

function textOf(element: SchemaElement): ParquetColumn['text'] {
  const decimal = element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL'
  if (!decimal) return element.type === 'FLOAT' ? floatText : valueText
  const scale = element.scale ?? (element.logical_type?.type === 'DECIMAL' ? element.logical_type.scale : 0)
  delete element.converted_type
  delete element.logical_type
  return (value) => (value === null || value === undefined ? '' : decimalText(unscaled(value), scale))
}

/** A 32-bit float has seven digits; as a double 0.1 would read 0.10000000149011612. */
function floatText(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(7))) : valueText(value)
}

function unscaled(value: unknown): bigint {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return BigInt(value)
  if (!(value instanceof Uint8Array) || value.length === 0) return 0n
  const hex = Buffer.from(value).toString('hex')
  return BigInt.asIntN(value.length * 8, BigInt(`0x${hex}`))
}

function decimalText(value: bigint, scale: number): string {
  if (scale <= 0) return (value * 10n ** BigInt(-scale)).toString()
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** Days and instants as text at once: a Date for each would cost more than everything else. */
export const parquetParsers = {
  dateFromDays: (days: number | null | undefined) => (days === null || days === undefined ? '' : isoDay(days)),
  timestampFromMilliseconds: (value: bigint | null | undefined) => instantText(value, 1_000n),
  timestampFromMicroseconds: (value: bigint | null | undefined) => instantText(value, 1_000_000n),
  timestampFromNanoseconds: (value: bigint | null | undefined) => instantText(value, 1_000_000_000n),
}

function instantText(value: bigint | null | undefined, perSecond: bigint): string {
  if (value === null || value === undefined) return ''
  const seconds = Number(value / perSecond)
  const day = Math.floor(seconds / 86_400)
  const rest = seconds - day * 86_400
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
  return `${isoDay(day)} ${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)}`
}
