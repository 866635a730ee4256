import type { AccountMetrics } from './account-metrics.ts'
import { accountMetrics } from './account-metrics.ts'
import { revenueFigures } from './revenue-figures.ts'
import type { SalesLine } from './sales-line.ts'

/** A line that says whose it is. */
export interface AccountLine extends SalesLine {
  readonly account: string
}

/** The figures of every account of one data set as of one day. */
export interface PortfolioMetrics {
  readonly asOf: number
  /** Day of the first sale or return before asOf; null when there is none. */
  readonly firstDay: number | null
  /** Σ netRevenue in micro-units over the accounts whose netRevenue is above 0. */
  readonly totalNetRevenue: bigint
  readonly accounts: ReadonlyMap<string, AccountMetrics>
}

/**
 * Account metrics of a whole data set: groups the lines and finds out what {@link accountMetrics} needs of the rest.
 *
 * An account is there when it has any line before asOf; one with cancelled lines only is all zeros, and a prospect. For
 * the first and the last day of the data, as for all figures, cancelled lines do not count: a cancelled order dated 2099
 * would make every account look lost.
 *
 * @param lines every line of the data set, any order
 * @param options `asOf`: days since 1970-01-01; the day after the last sale or return where absent
 * @throws RangeError when there is neither a sale or return nor an `asOf`
 * @example
 * portfolioMetrics([], { asOf: 100 }).accounts.size // 0
 * portfolioMetrics([{ account: 'x', day: 9, orderNumber: '', kind: 'sale', netRevenue: 25n, grossProfit: null, quantity: null, product: '', category: '' }]).asOf // 10
 */
export function portfolioMetrics(
  lines: readonly AccountLine[],
  options: { readonly asOf?: number } = {},
): PortfolioMetrics {
  const asOf = options.asOf ?? dayAfterLast(lines)
  const known = lines.filter((line) => line.day < asOf)
  const firstDay = known.filter(isCounted).reduce((first, line) => Math.min(first, line.day), Infinity)
  const linesOf = groupByAccount(known)

  let totalNetRevenue = 0n
  for (const own of linesOf.values()) {
    const { netRevenue } = revenueFigures(own)
    if (netRevenue > 0n) totalNetRevenue += netRevenue
  }
  const accounts = new Map<string, AccountMetrics>()
  const context = { asOf, firstDay: Math.min(firstDay, asOf), totalNetRevenue }
  for (const [account, own] of linesOf) accounts.set(account, accountMetrics(own, context))
  return { asOf, firstDay: firstDay === Infinity ? null : firstDay, totalNetRevenue, accounts }
}

function dayAfterLast(lines: readonly AccountLine[]): number {
  const lastDay = lines.filter(isCounted).reduce((last, line) => Math.max(last, line.day), -Infinity)
  if (lastDay === -Infinity) {
    throw new RangeError(`lines must hold a sale or return where asOf is absent, got ${lines.length} without`)
  }
  return lastDay + 1
}

function isCounted(line: SalesLine): boolean {
  return line.kind !== 'cancelled'
}

function groupByAccount(lines: readonly AccountLine[]): Map<string, AccountLine[]> {
  const groups = new Map<string, AccountLine[]>()
  for (const line of lines) {
    const group = groups.get(line.account)
    if (group === undefined) groups.set(line.account, [line])
    else group.push(line)
  }
  return groups
}
