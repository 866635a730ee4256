import { ProductError } from '@vitalfew/contract/errors.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { runNamed } from '../../accounts/index.ts'
import type { IdentitySources } from '../in-turn.ts'

const mostAccounts = 50_000

/** One row per account that the current run scored, the highest score first. */
const scoredAccounts = defineQuery({
  name: 'scored-accounts',
  parameters: z.object({ runId: z.string() }),
  row: z.object({
    key: z.string(),
    tier: z.string(),
    score: z.number(),
    values: z.array(z.number()),
    points: z.array(z.number()),
    known: z.array(z.int()),
    netRevenue: z.number(),
    grossProfit: z.number().nullable(),
  }),
  sql: `SELECT toString(s.account_key) AS key, s.tier AS tier, s.score AS score, s.criterion_values AS values,
  s.contributions AS points, s.known AS known, toFloat64(m.net_revenue) AS netRevenue,
  toFloat64(m.gross_profit) AS grossProfit
FROM account_score AS s
JOIN account_metrics AS m ON m.account_key = s.account_key AND m.run_id = s.run_id
WHERE s.run_id = {runId:String} AND m.run_id = {runId:String}
ORDER BY s.score DESC, s.account_key
LIMIT ${mostAccounts}`,
  joinsOnShard: true,
})

type Scored = z.infer<typeof scoredAccounts.row>

/** The tiers of the current run, and which one several of its accounts together would be likely to have. */
export interface AccountTiers {
  readonly tierOf: (account: string) => string | null
  readonly tierTogether: (accounts: readonly string[]) => string | null
}

/** undefined before the first run. */
export async function currentTiers({ warehouse, database }: IdentitySources): Promise<AccountTiers | undefined> {
  try {
    const { run_id: runId } = await runNamed(database)
    return accountTiers(await warehouse.rows(scoredAccounts, { runId }))
  } catch (cause) {
    if (cause instanceof ProductError && cause.code === 'run.none') return undefined
    throw cause
  }
}

/**
 * An estimate without a run: of criteria that are sums (revenue, profit) the accounts' figures are added up, of others the
 * best counts; what a figure is worth in points is read off the accounts that have about as much. The tier is that of
 * whoever would stand right below, and no worse than the best of them has now.
 */
export function accountTiers(scored: readonly Scored[]): AccountTiers {
  const byKey = new Map(scored.map((account) => [account.key, account]))
  const criteria = scored[0]?.points.length ?? 0
  const isSum = Array.from({ length: criteria }, (_, i) => isSumOfSales(scored, i))
  const curves = Array.from({ length: criteria }, (_, i) => curveOf(scored, i))
  const places = new Map(scored.map(({ key }, place) => [key, place]))
  return {
    tierOf: (account) => byKey.get(account)?.tier ?? null,
    tierTogether: (accounts) => {
      const parts = accounts.flatMap((account) => byKey.get(account) ?? [])
      const [best] = parts.toSorted((a, b) => b.score - a.score)
      if (best === undefined) return null
      let score = best.score
      for (let i = 0; i < criteria; i++) {
        const values = parts.filter(({ known }) => known[i] === 1).map((part) => part.values[i] ?? 0)
        if (values.length === 0 || best.known[i] !== 1) continue
        const value = isSum[i] === true ? values.reduce((sum, each) => sum + each, 0) : Math.max(...values)
        score += pointsAt(curves[i] ?? [], value) - (best.points[i] ?? 0)
      }
      const below = scored.find((account) => account.score <= score && !accounts.includes(account.key))
      const bestPlace = Math.min(...parts.map(({ key }) => places.get(key) ?? Infinity))
      const belowPlace = below === undefined ? Infinity : (places.get(below.key) ?? Infinity)
      return belowPlace < bestPlace && below !== undefined ? below.tier : best.tier
    },
  }
}

function isSumOfSales(scored: readonly Scored[], criterion: number): boolean {
  const isNear = (a: number, b: number | null): boolean => b !== null && Math.abs(a - b) <= 0.01 + Math.abs(b) * 1e-6
  const known = scored.filter((account) => account.known[criterion] === 1)
  return [
    (account: Scored) => isNear(account.values[criterion] ?? 0, account.netRevenue),
    (account: Scored) => isNear(account.values[criterion] ?? 0, account.grossProfit),
  ].some((isFigure) => known.length > 0 && known.every(isFigure))
}

type Curve = readonly { readonly value: number; readonly points: number }[]

function curveOf(scored: readonly Scored[], criterion: number): Curve {
  return scored
    .filter(({ known }) => known[criterion] === 1)
    .map(({ values, points }) => ({ value: values[criterion] ?? 0, points: points[criterion] ?? 0 }))
    .toSorted((a, b) => a.value - b.value)
}

/** Points of a value between those of the values next to it; beyond the ends, of the end. */
function pointsAt(curve: Curve, value: number): number {
  const above = curve.findIndex((each) => each.value >= value)
  if (above < 0) return curve.at(-1)?.points ?? 0
  const [low, high] = [curve[above - 1], curve[above]]
  if (low === undefined || high === undefined || high.value === low.value) return high?.points ?? 0
  return low.points + ((high.points - low.points) * (value - low.value)) / (high.value - low.value)
}
