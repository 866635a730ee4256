import type {
  BacktestCapture,
  BacktestDuel,
  BacktestOrigin,
  BacktestRanking,
} from '@vitalfew/contract/selection-backtest.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { type BacktestResult, compareRankings, type Contender } from '@vitalfew/methods/backtest/compare-rankings.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { chooseAccounts, type ChosenAccounts } from '../choose-accounts.ts'
import type { GivenFigure } from '../figures/given-figure.ts'
import type { Rating } from '../ratings/rating.ts'
import type { OriginWindow } from './backtest-origins.ts'
import { outcomeColumns } from './outcome-columns.query.ts'
import { withPastRun } from './past-run.ts'

export interface BacktestOriginRequest {
  readonly imports: number[]
  readonly membershipSequence: number
  readonly dataStart: string
  readonly models: readonly SelectionModel[]
  /** All scores there are: the origin knows those of earlier days. */
  readonly ratings: readonly Rating[]
  /** All given figures there are: the origin knows those of earlier days. */
  readonly figures: readonly GivenFigure[]
  readonly measure: 'grossProfit' | 'netRevenue'
  /** Accounts on a list; as many as the first model puts above the line where absent. */
  readonly top?: number | undefined
  readonly seed: number
  readonly mostReplicates?: number | undefined
  /** Whether customer value is worked out as of the past day. */
  readonly withValue: boolean
}

/** Chooses as of a past day and looks what the chosen brought until the end of the window. */
export function backtestOrigin(
  warehouse: Warehouse,
  window: OriginWindow,
  request: BacktestOriginRequest,
): Promise<BacktestOrigin> {
  const { imports, membershipSequence, dataStart, models, measure, seed, withValue } = request
  const past = { imports, membershipSequence, asOf: window.asOf, dataStart, withValue }
  return withPastRun(warehouse, past, async (runId) => {
    const ratings = request.ratings.filter(({ day }) => day < window.asOf)
    const figures = request.figures.filter(({ day }) => day < window.asOf)
    const scope = { runId, imports, membershipSequence, asOf: window.asOf }
    const lists: ChosenAccounts[] = []
    for (const model of models)
      lists.push(await chooseAccounts(warehouse, { ...scope, model, ratings, figures, isFresh: true }))
    const [champion, challenger] = lists
    if (champion === undefined) throw new RangeError('models must hold at least one model, got 0')
    const { accounts, netRevenue } = champion.columns
    const found = await outcomeColumns(warehouse, { scope: { ...scope, until: window.until }, accounts })
    const top = Math.max(1, Math.min(accounts, request.top ?? aboveTheLine(champion)))
    const contenders: Contender<BacktestRanking>[] = [
      { name: 'champion', scores: listOrder(champion) },
      ...(challenger === undefined ? [] : [{ name: 'challenger' as const, scores: listOrder(challenger) }]),
      { name: 'revenue', scores: netRevenue },
      // Of equal scores the larger revenue, as anybody would.
      { name: 'rfm', scores: found.doubles('rfm').map((score, i) => score + (accounts - i) / (accounts + 1)) },
    ]
    const outcome = found.doubles(measure === 'grossProfit' ? 'profit' : 'revenue')
    const replicates = Math.max(
      100,
      Math.min(request.mostReplicates ?? 1_000, Math.floor(1e8 / (accounts * contenders.length))),
    )
    const result = compareRankings(outcome, contenders, { top, seed, replicates })
    return { ...window, accounts, top, captures: captures(result), duels: duels(result) }
  })
}

/** Higher = earlier on the list: by tier, then by score; accounts that the model does not rank come last. */
function listOrder({ scored, tiers }: ChosenAccounts): Float64Array {
  const order = new Float64Array(scored.population.length).fill(Number.NaN)
  const count = scored.model.tiers.length
  for (const account of scored.ranking) {
    order[account] = count - (tiers.tiers[account] ?? count) + (scored.scored.scores[account] ?? 0) / 2
  }
  return order
}

function aboveTheLine({ scored, tiers }: ChosenAccounts): number {
  const last = scored.model.tiers.length - 1
  return tiers.tiers.reduce((sum, tier) => sum + (tier < last ? 1 : 0), 0)
}

function captures(result: BacktestResult<BacktestRanking>): BacktestCapture[] {
  const { total, chance, foresight } = result
  const share = (amount: number): number => (total > 0 ? amount / total : 0)
  const deviation = Math.sqrt(chance.variance)
  return [
    ...result.results.map(({ name, captured, share: own, shareInterval }) => ({
      ranking: name,
      amount: tidy(captured, 2),
      share: known(own),
      lower: known(shareInterval.lower),
      upper: known(shareInterval.upper),
    })),
    {
      ranking: 'chance',
      amount: tidy(chance.mean, 2),
      share: known(share(chance.mean)),
      lower: known(share(chance.mean - 1.96 * deviation)),
      upper: known(share(chance.mean + 1.96 * deviation)),
    },
    {
      ranking: 'foresight',
      amount: tidy(foresight, 2),
      share: known(share(foresight)),
      lower: known(share(foresight)),
      upper: known(share(foresight)),
    },
  ]
}

const turned = { better: 'worse', worse: 'better', 'cannot tell': 'cannotTell' } as const

/** The differences are told from the side of the model: what it captured more. */
function duels({ challengers, total }: BacktestResult<BacktestRanking>): BacktestDuel[] {
  const share = (amount: number): number => (total > 0 ? known(amount / total) : 0)
  return challengers.map(({ name, difference, interval, verdict }) => ({
    against: name,
    difference: share(-difference),
    lower: share(-interval.upper),
    upper: share(-interval.lower),
    verdict: turned[verdict],
  }))
}

/** Where nothing came of anybody there is no share. */
function known(value: number): number {
  return Number.isFinite(value) ? tidy(value, 6) : 0
}

function tidy(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0
}
