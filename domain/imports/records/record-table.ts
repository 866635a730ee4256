import { inputLimits } from '../input-limits.ts'

/** Names of the fields of records, in the order in which they first turn up; inner objects as `customer.name`. */
export function recordFields(records: Iterable<unknown>): string[] {
  const names = new Set<string>()
  for (const record of records)
    for (const [name] of flatEntries(record)) if (names.size <= inputLimits.columns) names.add(name)
  return [...names]
}

/** The cells of a record under given names; null when the value is no record. */
export function recordCells(record: unknown, columns: ReadonlyMap<string, number>): string[] | null {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return null
  const cells = Array.from(columns, () => '')
  for (const [name, value] of flatEntries(record)) {
    const column = columns.get(name)
    if (column !== undefined) cells[column] = valueText(value)
  }
  return cells
}

function flatEntries(record: unknown): Array<[string, unknown]> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return []
  return Object.entries(record).flatMap(([name, value]): Array<[string, unknown]> => {
    if (!isInnerRecord(value)) return [[name, value]]
    return Object.entries(value).map(([inner, innerValue]) => [`${name}.${inner}`, innerValue])
  })
}

function isInnerRecord(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  )
}

/** A value as a file of text would have it. Days keep the day they name in UTC. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ''
      : value.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  return JSON.stringify(value)
}
