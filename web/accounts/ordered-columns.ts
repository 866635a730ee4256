import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import { usualFields } from './field-display.ts'

export interface ListColumn {
  field: AccountField
  isShown: boolean
  width?: number | undefined
}

/**
 * Columns as a person left them, then those they have never seen; the name leads always and is always there. What may
 * not be seen is not among them, whatever was kept.
 */
export function orderedColumns(
  kept: readonly ListColumn[],
  allowed: readonly AccountField[],
  usual: readonly AccountField[] = usualFields,
): { field: AccountField; isShown: boolean }[] {
  const known = new Set(kept.map(({ field }) => field))
  const unseen = [...allowed]
    .filter((field) => !known.has(field))
    .toSorted((a, b) => placeOf(a, usual) - placeOf(b, usual))
  const later = unseen.map((field) => ({ field, isShown: kept.length === 0 && usual.includes(field) }))
  const all = [...kept.filter(({ field }) => allowed.includes(field)), ...later]
  const others = all.filter(({ field }) => field !== 'accountName').map(({ field, isShown }) => ({ field, isShown }))
  return [{ field: 'accountName', isShown: true }, ...others]
}

function placeOf(field: AccountField, usual: readonly AccountField[]): number {
  const place = usual.indexOf(field)
  return place < 0 ? usual.length : place
}

/** Moves a column one place up or down; the name stays first. */
export function movedColumn(columns: readonly ListColumn[], move: { field: AccountField; by: -1 | 1 }): ListColumn[] {
  const from = columns.findIndex(({ field }) => field === move.field)
  const to = from + move.by
  const column = columns[from]
  if (column === undefined || from < 1 || to < 1 || to >= columns.length) return [...columns]
  return columns.toSpliced(from, 1).toSpliced(to, 0, column)
}
