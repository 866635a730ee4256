import type { TextTable } from '../../churn/index.ts'
import { headerKey } from '../../imports/index.ts'

/**
 * Adds the columns of another table by the column that both have and that names the rows of the other one best. Rows that
 * it does not know stay as they are, with nothing in the new columns.
 *
 * @returns null where the tables have no such column
 */
export function joinTable(table: TextTable, other: TextTable): TextTable | null {
  const keys = table.headers.map(headerKey)
  const candidates = other.headers.flatMap((header, theirs) => {
    const ours = keys.indexOf(headerKey(header))
    if (ours < 0) return []
    const rows = new Map(other.rows.map((row) => [row[theirs] ?? '', row]))
    rows.delete('')
    // What does not tell the rows of the other table apart would join at random.
    if (rows.size < other.rows.length * 0.95) return []
    const matches = table.rows.filter((row) => rows.has(row[ours] ?? '')).length
    return [{ ours, theirs, rows, matches }]
  })
  const [best] = candidates.toSorted((one, another) => another.matches - one.matches)
  if (best === undefined || best.matches === 0) return null
  const added = [...other.headers.keys()].filter(
    (column) => column !== best.theirs && !keys.includes(headerKey(other.headers[column] ?? '')),
  )
  return {
    ...table,
    headers: [...table.headers, ...added.map((column) => other.headers[column] ?? '')],
    rows: table.rows.map((row) => {
      const found = best.rows.get(row[best.ours] ?? '')
      const own = table.headers.map((_, column) => row[column] ?? '')
      return [...own, ...added.map((column) => found?.[column] ?? '')]
    }),
  }
}
