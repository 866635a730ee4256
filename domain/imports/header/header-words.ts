import { headerAliases } from './header-aliases.ts'
import { headerKey } from './header-key.ts'
import { headerUnit } from './header-unit.ts'

const known: ReadonlySet<string> = new Set(
  Object.values(headerAliases).flatMap((tiers) => tiers.flatMap(([, names]) => names.split(' '))),
)

/** How many cells of a row are names that columns are known by. */
export function headerWords(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) if (cell.length <= 60 && isHeaderWord(cell)) count += 1
  return count
}

export function isHeaderWord(cell: string): boolean {
  return known.has(headerKey(headerUnit(cell).name)) || known.has(headerKey(cell))
}
