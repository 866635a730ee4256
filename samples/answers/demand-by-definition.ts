import { asOfDay, firstDay, monthIndex } from '../calendar.ts'
import type { Demand } from '../company/behaviours.ts'

/** XYZ over the last twelve complete months; null with fewer than three months of history. */
export function demandByDefinition(
  netCentsByMonth: ReadonlyMap<number, number>,
  firstPurchaseDay: number | null,
): Demand | null {
  if (firstPurchaseDay === null) return null
  const end = monthIndex(asOfDay)
  const start = Math.max(end - 12, monthIndex(firstDay), monthIndex(firstPurchaseDay))
  if (end - start < 3) return null
  const demand = Array.from({ length: end - start }, (_, index) => Math.max(0, netCentsByMonth.get(start + index) ?? 0))
  const mean = demand.reduce((sum, each) => sum + each, 0) / demand.length
  if (mean === 0) return 'Z'
  const variance = demand.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / demand.length
  const variation = Math.sqrt(variance) / mean
  if (variation <= 0.5) return 'X'
  return variation <= 1 ? 'Y' : 'Z'
}
