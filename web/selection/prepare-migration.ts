import type { Tier } from '@vitalfew/contract/run.ts'
import type { TierMigration } from '@vitalfew/contract/selection.ts'

type Cell = TierMigration['cells'][number]
/** null = in no tier, or not known. */
type Place = Tier | null

export interface MigrationLine {
  from: Place
  cells: (Cell | null)[]
}

export interface Moved {
  accounts: number
  netRevenueBefore: number
  netRevenueAfter: number
}

export interface Migration {
  columns: Place[]
  lines: MigrationLine[]
  up: Moved
  down: Moved
}

/** Who went from which tier to which, the highest first; rows and columns that hold nobody are left out. */
export function prepareMigration({ cells }: TierMigration, tiers: readonly Tier[]): Migration {
  const filled = cells.filter(({ accounts }) => accounts > 0)
  const known = new Set<Place>(tiers)
  const others = filled.flatMap(({ from, to }) => [from, to]).filter((place) => place !== null && !known.has(place))
  const places: Place[] = [...tiers, ...new Set(others), null]
  const columns = places.filter((place) => filled.some(({ to }) => to === place))
  const lines = places
    .filter((place) => filled.some(({ from }) => from === place))
    .map((from) => ({
      from,
      cells: columns.map((to) => filled.find((cell) => cell.from === from && cell.to === to) ?? null),
    }))
  // Not to have been there is to have been in the last tier: a newcomer there has not risen.
  const rank = (place: Place) => (place === null ? tiers.length - 1 : places.indexOf(place))
  const rise = ({ from, to }: Cell) => rank(from) - rank(to)
  return {
    columns,
    lines,
    up: together(filled.filter((cell) => rise(cell) > 0)),
    down: together(filled.filter((cell) => rise(cell) < 0)),
  }
}

function together(cells: readonly Cell[]): Moved {
  const sum = (figure: (cell: Cell) => number) => cells.reduce((total, cell) => total + figure(cell), 0)
  return {
    accounts: sum(({ accounts }) => accounts),
    netRevenueBefore: sum(({ netRevenueBefore }) => netRevenueBefore),
    netRevenueAfter: sum(({ netRevenueAfter }) => netRevenueAfter),
  }
}
