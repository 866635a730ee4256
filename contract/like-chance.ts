import type { Backtest, BacktestRanking } from './selection-backtest.ts'

/**
 * Whether the lists of the model were on no past day clearly better than lists drawn by chance.
 *
 * @example
 * isLikeChance({ origins: [] }) // true
 */
export function isLikeChance({ origins }: Pick<Backtest, 'origins'>): boolean {
  return origins.every(({ captures }) => {
    const of = (name: BacktestRanking) => captures.find(({ ranking }) => ranking === name)
    return (of('champion')?.share ?? 0) <= (of('chance')?.upper ?? 1)
  })
}
