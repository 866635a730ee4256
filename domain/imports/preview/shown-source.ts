import type { TableSource } from '../sheets/table-source.ts'

/** How a table is stored, as it is told before it is taken in. */
export function shownSource({ format, encoding, delimiter, sheet, sheets }: TableSource) {
  return { format, encoding, delimiter, sheet, sheets: [...(sheets ?? [])] }
}
