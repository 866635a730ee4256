import { quintileScores } from '@vitalfew/methods/rfm/quintile-scores.ts'
import type { AccountPurchases } from '../purchases/account-purchases.ts'
import { type KnownHistories, knownHistories, type Observation } from '../purchases/known-histories.ts'
import { purchasesBetween } from '../purchases/purchases-between.ts'

/** A cell of fewer accounts than this says less than its row and column of recency and frequency. */
const fewestAccounts = 20

/**
 * What accounts of the same RFM cell did before: the mean number of purchases, over a period as long as the one to come
 * and ending where it begins, of the accounts that stood in that cell when that period began. Scores are fifths of
 * recency, frequency and money; small cells are widened to recency and frequency, and those to everybody.
 *
 * @returns null where nobody had bought before that earlier period
 */
export function rfmCellForecast(
  purchases: AccountPurchases,
  known: KnownHistories,
  period: Observation & { readonly days: number },
): Float64Array | null {
  const { until, days } = period
  const before = knownHistories(purchases, { ...period, until: until - days })
  if (before.accounts.length < fewestAccounts) return null
  const came = purchasesBetween(purchases, before.accounts, { after: until - days, until })
  const then = rfmCells(before)
  const narrow = cellMeans(then, came)
  const wide = cellMeans(
    then.map((cell) => cell % 25),
    came,
  )
  const overall = came.reduce((sum, count) => sum + count, 0) / came.length
  return Float64Array.from(rfmCells(known), (cell) => narrow.get(cell) ?? wide.get(cell % 25) ?? overall)
}

/** One number for each combination of scores; recency and frequency are its remainder by 25. */
function rfmCells({ histories, totals }: KnownHistories): Uint8Array {
  const recency = quintileScores(histories.recency.map((last, row) => last - (histories.age[row] ?? 0)))
  const frequency = quintileScores(histories.purchases)
  const money = quintileScores(totals)
  return recency.map((score, row) => score - 1 + 5 * ((frequency[row] ?? 1) - 1) + 25 * ((money[row] ?? 1) - 1))
}

function cellMeans(cells: Uint8Array, came: Float64Array): Map<number, number> {
  const sums = new Float64Array(125)
  const counts = new Float64Array(125)
  cells.forEach((cell, row) => {
    sums[cell] = (sums[cell] ?? 0) + (came[row] ?? 0)
    counts[cell] = (counts[cell] ?? 0) + 1
  })
  const means = new Map<number, number>()
  counts.forEach((count, cell) => {
    if (count >= fewestAccounts) means.set(cell, (sums[cell] ?? 0) / count)
  })
  return means
}
