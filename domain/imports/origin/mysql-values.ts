import type { FieldPacket } from 'mysql2'

/** How the protocol of MySQL numbers the types of columns (Column Definition, `enum_field_types`). */
const decimal = 0
const timestamp = 7
const date = 10
const datetime = 12
const year = 13
const newDate = 14
const varchar = 15
const bit = 16
const newDecimal = 246
const [tiny, short, long, float, double, longLong, int24] = [1, 2, 3, 4, 5, 8, 9]
const [tinyBlob, mediumBlob, longBlob, blob, varString, string, geometry] = [249, 250, 251, 252, 253, 254, 255]

const numbers = [decimal, newDecimal, tiny, short, int24, long, longLong, float, double, year]
const numberTypes: ReadonlySet<number | undefined> = new Set(numbers)
const timeTypes: ReadonlySet<number | undefined> = new Set([date, newDate, datetime, timestamp])
const bytes = [tinyBlob, mediumBlob, longBlob, blob, varchar, varString, string, geometry]
const byteTypes: ReadonlySet<number | undefined> = new Set(bytes)

/** How the protocol numbers the character set of bytes that are no text. */
const binaryCharset = 63

const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * A cell as text: numbers, days and times are sent as text, with every digit; bits are a number; bytes that are no text are
 * written in hexadecimal, with `0x` before them.
 */
export function mysqlText(cell: Buffer | null, field: FieldPacket | undefined): string | null {
  if (cell === null) return null
  const type = field?.columnType
  if (type === bit) return cell.length === 0 ? '0' : BigInt(`0x${cell.toString('hex')}`).toString()
  if (field?.characterSet !== binaryCharset || !byteTypes.has(type)) return cell.toString('utf8')
  try {
    return strict.decode(cell)
  } catch {
    return `0x${cell.toString('hex')}`
  }
}

/** A value that a column had, as it is compared with that column: a text would be compared with a number inexactly. */
export function mysqlLiteral(value: string, field: FieldPacket | undefined): string {
  if (numberTypes.has(field?.columnType) && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value)) return value
  // In hexadecimal nothing has to be escaped, whatever the mode of the server.
  const hex = Buffer.from(value).toString('hex')
  const text = hex === '' ? `''` : `_utf8mb4 0x${hex}`
  return timeTypes.has(field?.columnType) ? `CAST(${text} AS DATETIME(6))` : text
}
