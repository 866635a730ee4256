import type { Overview } from '@vitalfew/contract/api/overview.ts'
import { prepareTrend, type Trend } from '../metrics/prepare-trend.ts'
import type { Pareto } from '../abc-classification/prepare-pareto.ts'

export interface TierLine {
  id: string
  title: string
  accounts: number
  netRevenue: number
  share: number
  /** Accounts more or fewer than in the run before; null where there was none. */
  change: number | null
}

export interface TierMoves {
  up: { accounts: number; netRevenue: number }
  down: { accounts: number; netRevenue: number }
}

/** The company's year so far, in complete months, against the same months of the year before. */
export interface FiscalYear {
  months: number
  recent: number
  before: number
  change: number
}

export interface OverviewFigures {
  /** Change of the last twelve months against the twelve before; null where there was nothing before. */
  growth: number | null
  margin: number | null
  tiers: TierLine[]
  moves: TierMoves | null
  trend: Trend
  /** null before the first month of the year is over, and where there was nothing the year before. */
  fiscalYear: FiscalYear | null
  pareto: Pareto
}

/** Every decision of the overview: shares, changes, who went up and who went down. */
export function prepareOverview(overview: Overview, fiscalYearStartMonth = 1): OverviewFigures {
  const { totals } = overview
  return {
    growth: totals.revenuePrior12Months > 0 ? totals.revenueLast12Months / totals.revenuePrior12Months - 1 : null,
    margin: totals.grossProfit !== null && totals.netRevenue > 0 ? totals.grossProfit / totals.netRevenue : null,
    tiers: overview.tiers.map((tier) => ({
      id: tier.id,
      title: tier.title,
      accounts: tier.accounts,
      netRevenue: tier.netRevenue,
      share: totals.netRevenue > 0 ? Math.max(0, tier.netRevenue) / totals.netRevenue : 0,
      change: tier.before === null ? null : tier.accounts - tier.before,
    })),
    moves: overview.previousRun === null ? null : tierMoves(overview),
    trend: trendOf(overview),
    fiscalYear: fiscalYearOf(overview, fiscalYearStartMonth),
    pareto: paretoOf(overview),
  }
}

function fiscalYearOf({ months, run, data }: Overview, startMonth: number): FiscalYear | null {
  const thisMonth = run.asOf.slice(0, 7)
  const complete = months.filter(({ month }) => month.slice(0, 7) < thisMonth)
  const count = (Number(run.asOf.slice(5, 7)) - startMonth + 12) % 12
  const earlier = complete.slice(0, -12)
  const first = earlier.at(-count)
  if (count === 0 || earlier.length < count || first === undefined) return null
  if (data.firstDay === null || data.firstDay.slice(0, 7) > first.month.slice(0, 7)) return null
  const sum = (some: Overview['months']) => some.slice(-count).reduce((total, { netRevenue }) => total + netRevenue, 0)
  const [recent, before] = [sum(complete), sum(earlier)]
  return before > 0 ? { months: count, recent, before, change: recent / before - 1 } : null
}

/** Tiers are listed from the top; an account that appears comes from nowhere and has not risen. */
function tierMoves({ tiers, moves }: Overview): TierMoves {
  const place = new Map(tiers.map(({ id }, index) => [id, index]))
  const summed = { up: { accounts: 0, netRevenue: 0 }, down: { accounts: 0, netRevenue: 0 } }
  for (const { from, to, accounts, netRevenue } of moves) {
    const before = from === null ? undefined : place.get(from)
    const after = to === null ? undefined : place.get(to)
    if (before === undefined || after === undefined || before === after) continue
    const direction = after < before ? summed.up : summed.down
    direction.accounts += accounts
    direction.netRevenue += netRevenue
  }
  return summed
}

function trendOf({ months, totals, data, run }: Overview): Trend {
  const isProfitKnown = totals.grossProfit !== null && months.some(({ grossProfit }) => grossProfit !== null)
  return prepareTrend({
    months: months.map(({ month }) => month),
    revenue: months.map(({ netRevenue }) => netRevenue),
    grossProfit: isProfitKnown ? months.map(({ grossProfit }) => grossProfit ?? 0) : null,
    firstOrder: data.firstDay,
    asOf: run.asOf,
  })
}

function paretoOf({ pareto, abc }: Overview): Pareto {
  const classified = abc.filter(({ abcClass }) => abcClass !== 'none')
  const total = classified.reduce((sum, { accounts }) => sum + accounts, 0)
  if (total === 0 || pareto.length === 0) return { points: [], marks: [], total: 0 }
  const inner = pareto
    .map(({ accounts, revenue }) => ({ accounts, measure: revenue }))
    .filter(({ accounts }) => accounts > 0 && accounts < 1)
  return { points: [{ accounts: 0, measure: 0 }, ...inner, { accounts: 1, measure: 1 }], marks: [], total }
}
