import { type ChurnAccount, type ChurnLevel, type ChurnSignalName, churnSignals } from '@vitalfew/contract/churn.ts'
import { accountLevels, strengthOf } from './account-levels.ts'
import { leftOn } from './left-on.ts'
import type { JudgedDay } from './judge-day.ts'
import type { SignalScales } from './signal-scales.ts'

/** What is at stake with each account, in the order of the keys; NaN = unknown. */
export interface Stakes {
  /** Value of the horizon if the account stayed. */
  readonly clvIfStaying: Float64Array
  /** Value of a year, for accounts that left. */
  readonly yearlyValue: Float64Array
  /** Chance of another purchase within the horizon, of accounts that left: by the days they have been gone. */
  readonly returnChance: ((daysGone: number) => number) | null
}

/** One account as judged. */
export interface ChurnRow {
  readonly row: number
  readonly level: ChurnLevel
  readonly risk: number
  readonly clv: number | null
  readonly valueAtRisk: number | null
  readonly signals: readonly { readonly signal: ChurnSignalName; readonly strength: number }[]
  readonly manner: ChurnAccount['manner']
}

const mostSignals = 3

/** Every account that ever bought, as judged on a day. */
export function* churnRows(day: JudgedDay, scales: SignalScales, stakes: Stakes): Generator<ChurnRow> {
  const levels = accountLevels(day, scales)
  for (const [row, level] of levels.entries()) {
    if (level === null) continue
    const risk = day.risk[row] ?? 1
    const left = level === 'left'
    const worth = (left ? stakes.yearlyValue[row] : stakes.clvIfStaying[row]) ?? Number.NaN
    const clv = Number.isNaN(worth) ? null : worth
    const strengths = churnSignals.map((signal) => ({ signal, strength: strengthOf(signal, row, { day, scales }) }))
    yield {
      row,
      level,
      risk,
      clv,
      valueAtRisk: clv === null ? null : Math.max(0, clv) * (left ? chanceOf(day, row, stakes) : risk),
      signals: strengths
        .filter(({ strength }) => strength > 0)
        .toSorted((one, other) => other.strength - one.strength)
        .slice(0, mostSignals),
      manner: left ? mannerOf(day, row, strengths) : null,
    }
  }
}

/** Of coming back: what became of others that were gone as long, or where too few were, what the model says. */
function chanceOf(day: JudgedDay, row: number, { returnChance }: Stakes): number {
  return returnChance === null ? 1 - (day.risk[row] ?? 1) : returnChance(day.asOf - leftOn(day.conduct, row))
}

/** Signs of an account that was fading before it fell silent. */
const fading: ReadonlySet<ChurnSignalName> = new Set([
  'fewerOrders',
  'shrinkingBasket',
  'fewerCategories',
  'moreReturns',
  'complaints',
])

function mannerOf(
  { conduct }: JudgedDay,
  row: number,
  strengths: readonly { readonly signal: ChurnSignalName; readonly strength: number }[],
): ChurnAccount['manner'] {
  if (conduct.purchases[row] === 1) return 'oneTime'
  if (strengths.some(({ signal, strength }) => strength >= 1 && fading.has(signal))) return 'fading'
  return Number.isNaN(conduct.usualPurchases[row] ?? Number.NaN) ? null : 'sudden'
}
