import type { SegmentComparison } from '@vitalfew/contract/api/segments.ts'

export interface CrossLine {
  /** 0 = in no cluster of this side. */
  one: number
  cells: { other: number; accounts: number; netRevenue: number; share: number; isMatch: boolean }[]
}

export interface Crosstab {
  columns: number[]
  lines: CrossLine[]
  /** Who changed, the most first: pairs that do not correspond, of accounts that are in both. */
  moves: { one: number; other: number; accounts: number; netRevenue: number }[]
}

const mostMoves = 10

/** Two partitions against each other; corresponding clusters stand under the same place. */
export function prepareCrosstab({ one, other, cells, matches }: SegmentComparison): Crosstab {
  const isMatch = (row: number, column: number): boolean =>
    matches.some((match) => match.one === row && match.other === column)
  const rows = withNobody(
    one.segments.map(({ cluster }) => cluster),
    cells.some((cell) => cell.one === 0),
  )
  const matched = rows.flatMap((row) => matches.filter((match) => match.one === row).map((match) => match.other))
  const rest = other.segments.map(({ cluster }) => cluster).filter((cluster) => !matched.includes(cluster))
  const columns = withNobody(
    [...matched, ...rest],
    cells.some((cell) => cell.other === 0),
  )
  const lines = rows.map((row) => {
    const own = cells.filter((cell) => cell.one === row)
    const all = own.reduce((sum, { accounts }) => sum + accounts, 0)
    return {
      one: row,
      cells: columns.map((column) => {
        const { accounts = 0, netRevenue = 0 } = own.find((cell) => cell.other === column) ?? {}
        return {
          other: column,
          accounts,
          netRevenue,
          share: all === 0 ? 0 : accounts / all,
          isMatch: isMatch(row, column),
        }
      }),
    }
  })
  const moves = cells
    .filter((cell) => cell.one > 0 && cell.other > 0 && !isMatch(cell.one, cell.other))
    .toSorted((a, b) => b.accounts - a.accounts || a.one - b.one || a.other - b.other)
    .slice(0, mostMoves)
  return { columns, lines, moves }
}

function withNobody(clusters: readonly number[], isNobody: boolean): number[] {
  return isNobody ? [...clusters, 0] : [...clusters]
}
