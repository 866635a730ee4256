import type { Backtest, BacktestCapture, BacktestDuel, BacktestRanking } from '@vitalfew/contract/selection-backtest.ts'
import type { Span } from '../charts/place-interval.ts'

/** Written out here: a value of the contract would bring its validator onto the page. */
const rankings: readonly BacktestRanking[] = ['champion', 'challenger', 'revenue', 'rfm', 'chance', 'foresight']

export interface RankingCell extends BacktestCapture {
  /** Of the model against this ranking; null where they are not compared. */
  verdict: BacktestDuel['verdict'] | null
}

export interface RankingLine {
  ranking: BacktestRanking
  /** Mean share over all origins. */
  mean: number
  /** One per origin, in their order. */
  cells: (RankingCell | null)[]
}

/** What the first accounts of each ranking brought, origin by origin, on one scale. */
export function prepareRankings({ origins }: Backtest): { lines: RankingLine[]; scale: Span } {
  const lines = rankings.flatMap((ranking) => {
    const cells = origins.map(({ captures, duels }) => {
      const capture = captures.find((entry) => entry.ranking === ranking)
      const verdict = duels.find(({ against }) => against === ranking)?.verdict ?? null
      return capture === undefined ? null : { ...capture, verdict }
    })
    const known = cells.filter((cell) => cell !== null)
    if (known.length === 0) return []
    return [{ ranking, cells, mean: known.reduce((sum, { share }) => sum + share, 0) / known.length }]
  })
  const ends = lines.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [cell.share, cell.upper])))
  return { lines, scale: { from: 0, to: Math.max(0.05, ...ends) } }
}
