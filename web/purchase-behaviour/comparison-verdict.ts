import type { PurchaseForecast } from '@vitalfew/contract/purchase-trends.ts'

/** Differences below this are not worth a word. */
const notable = 0.02

/** Whether the forecast did better on the past than repeating last year, and by what share of the error. */
export function comparisonVerdict(comparison: PurchaseForecast['comparison']): {
  verdict: 'untested' | 'better' | 'worse' | 'same'
  saved: number
} {
  const { series, error, seasonalNaiveError } = comparison
  if (series === 0 || seasonalNaiveError === 0) return { verdict: 'untested', saved: 0 }
  const saved = 1 - error / seasonalNaiveError
  return { verdict: saved > notable ? 'better' : saved < -notable ? 'worse' : 'same', saved: Math.abs(saved) }
}
