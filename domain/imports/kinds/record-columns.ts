import { columnOf, type FieldType, isOfCustomer, type RecordKindDefinition } from './record-kind.ts'

/** How a value is sent, and what it becomes in the table. */
const sent: Readonly<Record<FieldType, { readonly type: string; readonly kept: (name: string) => string }>> = {
  text: { type: 'String', kept: (name) => name },
  label: { type: 'String', kept: (name) => name },
  day: { type: 'Nullable(Int32)', kept: (name) => `toDate32(${name})` },
  instant: { type: 'Nullable(Int64)', kept: (name) => `toDateTime64(${name}, 0, 'UTC')` },
  figure: { type: 'Nullable(Decimal(18, 6))', kept: (name) => name },
  share: { type: 'Nullable(Float64)', kept: (name) => name },
  flag: { type: 'Nullable(UInt8)', kept: (name) => name },
}

/** The columns of a kind's fields, in their order. */
export function fieldColumns({ fields }: RecordKindDefinition): string[] {
  return Object.keys(fields).map(columnOf)
}

/** The statement by which rows of an import come in, as JSON arrays: the row's number, then the fields in their order. */
export function insertRecords(kind: RecordKindDefinition, importId: number): string {
  const columns = Object.entries(kind.fields).map(([name, { type }]) => ({ column: columnOf(name), ...sent[type] }))
  const key = isOfCustomer(kind) ? [['customer_key', customerKey] as const] : []
  const kept = [...key, ...columns.map(({ column, kept: expression }) => [column, expression(column)] as const)]
  const structure = ['row UInt32', ...columns.map(({ column, type }) => `${column} ${type}`)].join(', ')
  return `INSERT INTO ${kind.table} (import_id, row, ${kept.map(([column]) => column).join(', ')})
SELECT ${importId} AS import_id, row, ${kept.map(([, expression]) => expression).join(', ')}
FROM input('${structure}')
FORMAT JSONCompactEachRow`
}

const customerKey = "if(customer = '', toUInt64(0), cityHash64(customer))"

/** A number that is the same for rows of one key; of the first group of key fields that a row fills. */
export function keyExpression({ keys, fields }: RecordKindDefinition): string {
  const [last = [], ...others] = keys.toReversed()
  const hash = (group: readonly string[], place: number) =>
    `cityHash64(${[String(place), ...group.map((name) => asText(name, fields[name]?.type ?? 'text'))].join(', ')})`
  return others.reduce(
    (rest, group, index) => `if(${columnOf(group[0] ?? '')} != '', ${hash(group, index + 1)}, ${rest})`,
    hash(last, 0),
  )
}

/** A number that is the same for rows that say the same. */
export function contentExpression({ fields }: RecordKindDefinition): string {
  return `cityHash64(${Object.entries(fields)
    .map(([name, { type }]) => asText(name, type))
    .join(', ')})`
}

function asText(name: string, type: FieldType): string {
  const column = columnOf(name)
  return type === 'text' || type === 'label' ? column : `ifNull(toString(${column}), '')`
}

/** The day of a row where the kind has a period; NULL where the row tells none. */
export function periodExpression({ period, fields }: RecordKindDefinition): string {
  if (period === undefined) return "CAST(NULL, 'Nullable(Date32)')"
  const column = columnOf(period)
  return fields[period]?.type === 'instant' ? `toDate32(${column})` : column
}
