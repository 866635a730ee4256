export type SortValue = string | number | null

export interface SortOrder {
  column: string
  descending: boolean
}

/** Rows in order of one value; rows without that value come last in both directions, equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  options: { value: (row: Row) => SortValue; descending: boolean; locale: string },
): Row[] {
  const collator = new Intl.Collator(options.locale, { numeric: true })
  const sign = options.descending ? -1 : 1
  const keyed = rows.map((row) => ({ row, value: options.value(row) }))
  return keyed
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return sign * compare(a.value, { to: b.value, collator })
    })
    .map(({ row }) => row)
}

/** What a click on a column's header asks for: numbers start with the largest, words with the first. */
export function nextOrder(current: SortOrder, clicked: { column: string; isNumber: boolean }): SortOrder {
  if (current.column !== clicked.column) return { column: clicked.column, descending: clicked.isNumber }
  return { column: clicked.column, descending: !current.descending }
}

function compare(value: string | number, options: { to: string | number; collator: Intl.Collator }): number {
  const { to, collator } = options
  if (typeof value === 'number' && typeof to === 'number') return value - to
  return collator.compare(String(value), String(to))
}
