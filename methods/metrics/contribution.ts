import { isoFromDay } from '../calendar/iso-from-day.ts'
import type { SalesLine } from './sales-line.ts'

/** What was booked against an account. Amounts in micro-units. */
export interface CostPosting {
  /** Days since 1970-01-01; any day stands for its month, null where no month is known. */
  readonly day: number | null
  readonly cost: bigint
  /** What the account owed at the end of the month. */
  readonly receivables: bigint
}

/**
 * What an account brought after what it cost, in the months of which costs are known: never a year of profit less a month of
 * costs.
 *
 * contribution = gross profit of the lines in these months − cost − receivables × yearly rate of capital ÷ 12
 *
 * The months are those of all accounts together: an account without a posting in one of them cost nothing then. It is null
 * for an account without any posting in them, whose costs are unknown, and where it has lines in them and the profit of none
 * is known. Without lines it is what was lost.
 *
 * @param account lines of one account in any order, of which cancelled ones do not count, and its postings
 * @param months of which costs are known, as `2025-01`; without any, all months and all postings count
 * @returns micro-units
 * @throws RangeError for a rate below 0
 * @example
 * contribution({ lines: [], postings: [{ day: 0, cost: 5n, receivables: 1200n }] }, { months: new Set(['1970-01']), capitalRate: 0.06 }) // -11n
 * contribution({ lines: [], postings: [] }, { months: new Set(), capitalRate: 0 }) // null
 */
export function contribution(
  account: { readonly lines: readonly SalesLine[]; readonly postings: readonly CostPosting[] },
  { months, capitalRate }: { readonly months: ReadonlySet<string>; readonly capitalRate: number },
): bigint | null {
  if (!(capitalRate >= 0)) throw new RangeError(`capitalRate must be at least 0, got ${capitalRate}`)
  const isCovered = (day: number | null): boolean =>
    months.size === 0 || (day !== null && months.has(isoFromDay(day).slice(0, 7)))
  const postings = account.postings.filter(({ day }) => isCovered(day))
  if (postings.length === 0) return null
  const lines = account.lines.filter(({ kind, day }) => kind !== 'cancelled' && isCovered(day))
  const profits = lines.flatMap(({ grossProfit }) => grossProfit ?? [])
  if (lines.length > 0 && profits.length === 0) return null
  const owed = sum(postings.map(({ receivables }) => receivables))
  const costOfReceivables = BigInt(Math.round((Number(owed) * capitalRate) / 12))
  return sum(profits) - sum(postings.map(({ cost }) => cost)) - costOfReceivables
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
