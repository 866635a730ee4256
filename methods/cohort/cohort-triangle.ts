import { requireInteger } from '../arguments/require-integer.ts'
import { type CohortPeriod, periodIndex } from './period-index.ts'

/** One line of sales, as cohorts look at it. */
export interface CohortLine {
  readonly account: string
  /** Days since 1970-01-01. */
  readonly day: number
  /** false for a return. */
  readonly isSale: boolean
  /** In millionths of the currency; returns are negative. */
  readonly netRevenue: bigint
}

/** What the accounts of a cohort did so many periods after the period of their first purchase. */
export interface CohortCell {
  /** Number of the period of the first purchase. */
  readonly cohort: number
  /** 0 for the period of the first purchase itself. */
  readonly age: number
  /** Accounts that bought in the period; returns alone do not count. */
  readonly active: number
  /** Sales less returns of the period, in millionths. */
  readonly revenue: bigint
}

export interface CohortTriangle {
  /** Only cells in which anything happened, by cohort and age. */
  readonly cells: readonly CohortCell[]
  /** Accounts that only ever sent back. */
  readonly withoutPurchase: number
  /** What these brought, and what others sent back before the period of their first purchase, in millionths. */
  readonly revenueOutside: bigint
}

/**
 * Accounts by the period of their first purchase, and what became of them period by period.
 *
 * @param lines in any order; none after the day that is looked back from
 * @throws RangeError when a day is not an integer
 * @example
 * cohortTriangle([{ account: 'a', day: 0, isSale: true, netRevenue: 5n }, { account: 'a', day: 40, isSale: true, netRevenue: 2n }], 'month').cells.map(({ age, active, revenue }) => [age, active, revenue]) // [[0, 1, 5n], [1, 1, 2n]]
 * cohortTriangle([{ account: 'a', day: 0, isSale: false, netRevenue: -5n }], 'month') // { cells: [], withoutPurchase: 1, revenueOutside: -5n }
 * cohortTriangle([{ account: 'a', day: 0.5, isSale: true, netRevenue: 5n }], 'month') // throws RangeError
 */
export function cohortTriangle(lines: readonly CohortLine[], period: CohortPeriod): CohortTriangle {
  const accounts = new Map<string, Map<number, { bought: boolean; revenue: bigint }>>()
  for (const { account, day, isSale, netRevenue } of lines) {
    const periods = accounts.get(account) ?? new Map<number, { bought: boolean; revenue: bigint }>()
    accounts.set(account, periods)
    const index = periodIndex(requireInteger('day', day), period)
    const known = periods.get(index)
    periods.set(index, {
      bought: (known?.bought ?? false) || isSale,
      revenue: (known?.revenue ?? 0n) + netRevenue,
    })
  }
  const cells = new Map<string, { cohort: number; age: number; active: number; revenue: bigint }>()
  let withoutPurchase = 0
  let revenueOutside = 0n
  for (const periods of accounts.values()) {
    const bought = [...periods].filter(([, { bought: any }]) => any).map(([index]) => index)
    const cohort = bought.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...bought)
    if (bought.length === 0) withoutPurchase++
    for (const [index, { bought: isActive, revenue }] of periods) {
      if (index < cohort) {
        revenueOutside += revenue
        continue
      }
      const key = `${cohort} ${index - cohort}`
      const cell = cells.get(key) ?? { cohort, age: index - cohort, active: 0, revenue: 0n }
      cells.set(key, { ...cell, active: cell.active + Number(isActive), revenue: cell.revenue + revenue })
    }
  }
  const sorted = [...cells.values()].sort((one, other) => one.cohort - other.cohort || one.age - other.age)
  return { cells: sorted, withoutPurchase, revenueOutside }
}
