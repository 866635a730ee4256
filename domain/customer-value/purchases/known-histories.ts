import type { PurchaseHistories } from '@vitalfew/methods/buy-till-you-die/purchase-histories.ts'
import type { SpendHistories } from '@vitalfew/methods/spend/spend-histories.ts'
import type { AccountPurchases } from './account-purchases.ts'

/** Up to when purchases are looked at, and how. */
export interface Observation {
  /** Last day known, in days since 1970-01-01. */
  readonly until: number
  /** Days in a unit of time: 1, 7 or 30.4375. */
  readonly unitDays: number
  /** Whether the first purchase counts among those that say what a purchase is worth. */
  readonly firstSpendCounts: boolean
  /** Every so many accounts only; 1 where absent. Keys are hashes, so this is an even sample. */
  readonly stride?: number
  /** Accounts from the first number up to, not including, the second; all where absent. */
  readonly range?: readonly [number, number]
}

/** Accounts that had bought by the end of an observation, as columns with one row for each. */
export interface KnownHistories {
  /** Number of each account among {@link AccountPurchases}. */
  readonly accounts: Uint32Array
  readonly firstDays: Int32Array
  readonly histories: PurchaseHistories & { readonly logGaps: Float64Array }
  readonly spend: SpendHistories
  /** Everything the account brought by then, returns taken off. */
  readonly totals: Float64Array
}

const longestTabledGap = 4096

/**
 * The histories of accounts as they stood at the end of a past day: nothing later enters. Each day of purchase is one
 * purchase; returns lower what the account's purchases are worth.
 */
export function knownHistories(purchases: AccountPurchases, observation: Observation): KnownHistories {
  const { until, unitDays, firstSpendCounts, stride = 1, range = [0, purchases.keys.length] } = observation
  const columns = emptyColumns(Math.ceil((range[1] - range[0]) / stride))
  const logOfGap = Float64Array.from({ length: longestTabledGap }, (_, gap) => Math.log(gap / unitDays))
  const { offsets, days, bought, amounts } = purchases
  let row = 0
  for (let account = range[0]; account < range[1]; account += stride) {
    let [count, first, last, logGaps, total, firstAmount] = [0, 0, 0, 0, 0, 0]
    const end = offsets[account + 1] ?? 0
    for (let entry = offsets[account] ?? 0; entry < end; entry++) {
      const day = days[entry] ?? 0
      if (day > until) break
      total += amounts[entry] ?? 0
      if (bought[entry] !== 1) continue
      if (count === 0) {
        first = day
        firstAmount = amounts[entry] ?? 0
      } else {
        const gap = day - last
        logGaps += gap < longestTabledGap ? (logOfGap[gap] ?? 0) : Math.log(gap / unitDays)
      }
      last = day
      count++
    }
    if (count === 0) continue
    columns.accounts[row] = account
    columns.firstDays[row] = first
    columns.purchases[row] = count - 1
    columns.recency[row] = (last - first) / unitDays
    columns.age[row] = (until - first) / unitDays
    columns.logGaps[row] = logGaps
    columns.totals[row] = total
    const transactions = firstSpendCounts ? count : count - 1
    columns.transactions[row] = transactions
    columns.meanSpend[row] = (firstSpendCounts ? total : total - firstAmount) / Math.max(1, transactions)
    row++
  }
  return asHistories(columns, row)
}

type Columns = ReturnType<typeof emptyColumns>

function emptyColumns(rows: number) {
  return {
    accounts: new Uint32Array(rows),
    firstDays: new Int32Array(rows),
    purchases: new Float64Array(rows),
    recency: new Float64Array(rows),
    age: new Float64Array(rows),
    logGaps: new Float64Array(rows),
    totals: new Float64Array(rows),
    transactions: new Float64Array(rows),
    meanSpend: new Float64Array(rows),
  }
}

function asHistories(columns: Columns, rows: number): KnownHistories {
  return {
    accounts: columns.accounts.subarray(0, rows),
    firstDays: columns.firstDays.subarray(0, rows),
    histories: {
      purchases: columns.purchases.subarray(0, rows),
      recency: columns.recency.subarray(0, rows),
      age: columns.age.subarray(0, rows),
      logGaps: columns.logGaps.subarray(0, rows),
    },
    spend: {
      transactions: columns.transactions.subarray(0, rows),
      meanSpend: columns.meanSpend.subarray(0, rows),
    },
    totals: columns.totals.subarray(0, rows),
  }
}
