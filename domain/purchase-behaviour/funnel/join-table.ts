import type { TextTable } from '../../churn/index.ts'
import { headerKey } from '../../imports/index.ts'
import { eventAliases } from './funnel-lexicon.ts'

const accountKeys = new Set(eventAliases.account.split(' '))

/**
 * Adds the columns of another table by the column that both have and that names the rows of the other one best; accounts
 * go by many headers. Rows that it does not know stay as they are, with nothing in the new columns.
 *
 * @returns null where the tables have no such column
 */
export function joinTable(table: TextTable, other: TextTable): TextTable | null {
  const keys = table.headers.map(headerKey)
  const candidates = other.headers.flatMap((header, theirs) => {
    const own = placesOf(headerKey(header), keys)
    if (own.length === 0) return []
    const rows = new Map(other.rows.map((row) => [row[theirs] ?? '', row]))
    rows.delete('')
    // What does not tell the rows of the other table apart would join at random.
    if (rows.size < other.rows.length * 0.95) return []
    return own.map((ours) => {
      const matches = table.rows.filter((row) => rows.has(row[ours] ?? '')).length
      return { ours, theirs, rows, matches }
    })
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

/** Columns that may hold what a column of the other table holds: of the same header, or naming accounts both. */
function placesOf(theirs: string, keys: readonly string[]): number[] {
  return [...keys.keys()].filter((ours) => {
    const key = keys[ours] ?? ''
    return key === theirs || (accountKeys.has(key) && accountKeys.has(theirs))
  })
}
