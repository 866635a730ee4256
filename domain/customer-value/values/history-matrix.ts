import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { conditionalPurchases } from '@vitalfew/methods/buy-till-you-die/conditional-purchases.ts'
import { customerLikelihoods } from '@vitalfew/methods/buy-till-you-die/customer-likelihoods.ts'
import {
  type PurchaseHistories,
  type PurchaseHistory,
  purchaseHistories,
} from '@vitalfew/methods/buy-till-you-die/purchase-histories.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'

const rows = 20
const mostColumns = 20
const fewestColumns = 5

/** What a model says by frequency and silence, for a customer as old as the median one; null where nobody has aged. */
export function historyMatrix(
  parameters: PurchaseParameters,
  seen: { readonly histories: PurchaseHistories; readonly unitDays: number; readonly horizon: number },
): CustomerValue['matrix'] {
  const { histories, unitDays, horizon } = seen
  const age = atShare(histories.age, 0.5)
  if (!(age > 0)) return null
  const most = Math.min(mostColumns, Math.max(fewestColumns, atShare(histories.purchases, 0.99)))
  const purchases = Array.from({ length: most + 1 }, (_, count) => count)
  const silences = Array.from({ length: rows + 1 }, (_, row) => (age * row) / rows)
  const cells = silences.flatMap((silence) => purchases.map((count) => historyOf(count, silence, age)))
  const drawn = purchaseHistories(cells.filter((cell) => cell !== null))
  const alive = customerLikelihoods(parameters, drawn).aliveProbabilities
  const expected = conditionalPurchases(parameters, drawn, { horizon })
  return {
    ageDays: age * unitDays,
    purchases,
    silenceDays: silences.map((silence) => silence * unitDays),
    pAlive: laidOut(cells, alive, purchases.length),
    expectedOrders: laidOut(cells, expected, purchases.length),
  }
}

/** A history that can be: one purchase is silent since it began, more are not. */
function historyOf(purchases: number, silence: number, age: number): PurchaseHistory | null {
  const recency = age - silence
  if (purchases > 0 !== recency > 0) return null
  return { purchases, recency, age }
}

function laidOut(cells: readonly (PurchaseHistory | null)[], values: Float64Array, width: number): (number | null)[][] {
  let next = 0
  const flat = cells.map((cell) => (cell === null ? null : (values[next++] ?? null)))
  return Array.from({ length: rows + 1 }, (_, row) => flat.slice(row * width, (row + 1) * width))
}

function atShare(column: Float64Array, share: number): number {
  const sorted = column.toSorted()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
