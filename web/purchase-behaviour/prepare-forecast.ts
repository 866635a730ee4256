import type { SalesForecast } from '@vitalfew/contract/purchase-trends.ts'

export interface ForecastPoint {
  /** First day of the month. */
  month: string
  seen: number | null
  mean: number | null
  lower80: number | null
  upper80: number | null
}

const historyShown = 24

/** The last two years and what is to come; the last month seen is also where the forecast begins, so that lines meet. */
export function prepareForecast({ history, forecast }: Pick<SalesForecast, 'history' | 'forecast'>): ForecastPoint[] {
  const [first] = forecast
  if (first === undefined) return []
  const seen = history.slice(-historyShown)
  const past = seen.map((value, index): ForecastPoint => {
    const isLast = index === seen.length - 1
    return {
      month: monthBefore(first.month, seen.length - index),
      seen: value,
      mean: isLast ? value : null,
      lower80: null,
      upper80: null,
    }
  })
  const coming = forecast.map(({ month, mean, lower80, upper80 }): ForecastPoint => ({
    month,
    seen: null,
    mean,
    lower80,
    upper80,
  }))
  return [...past, ...coming]
}

function monthBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 - months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
}
