import type { AliveHistory } from '@vitalfew/contract/customer-value.ts'

export interface AliveCurve {
  points: { day: string; time: number; pAlive: number; isPurchase: boolean }[]
  /** Purchase days within the time that is drawn. */
  purchases: number[]
  purchaseCount: number
  now: number | null
}

/** The curve of one account; days are milliseconds on a time axis. */
export function prepareAliveHistory(history: AliveHistory): AliveCurve {
  const bought = new Set(history.purchaseDays)
  const points = history.points.map(({ day, pAlive }) => ({
    day,
    time: timeOf(day),
    pAlive,
    isPurchase: bought.has(day),
  }))
  const from = points[0]?.time ?? Infinity
  const to = points.at(-1)?.time ?? -Infinity
  return {
    points,
    purchases: history.purchaseDays.map(timeOf).filter((time) => time >= from && time <= to),
    purchaseCount: history.purchaseDays.length,
    now: points.at(-1)?.pAlive ?? null,
  }
}

/** The point whose time is nearest; points are in the order of time. */
export function nearestTime(points: readonly { time: number }[], time: number): number {
  let low = 0
  let high = points.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((points[middle]?.time ?? 0) <= time) low = middle
    else high = middle
  }
  const isHigher = Math.abs((points[high]?.time ?? 0) - time) < Math.abs((points[low]?.time ?? 0) - time)
  return Math.max(0, isHigher ? high : low)
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
