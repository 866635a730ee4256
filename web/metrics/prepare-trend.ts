export interface TrendPoint {
  month: string
  /** Null where it is not known: a gap, not a zero. */
  revenue: number | null
  grossProfit: number | null
  /** False for the month the as-of date cuts short. */
  isComplete: boolean
}

export interface TrendGrowth {
  /** How many complete months are compared with the same months a year before: 12, or 11 when the last is cut short. */
  months: number
  recent: number
  before: number
  change: number
}

export interface Trend {
  points: TrendPoint[]
  growth: TrendGrowth | null
  hasProfit: boolean
}

export interface TrendInput {
  /** First days of consecutive calendar months, oldest first. */
  months: readonly string[]
  revenue: readonly number[]
  grossProfit: readonly number[] | null
  firstOrder: string | null
  asOf: string
}

/** Decides what a monthly trend shows: gaps, the month cut short, and a growth that compares like with like. */
export function prepareTrend(input: TrendInput): Trend {
  const { months, revenue, grossProfit, firstOrder, asOf } = input
  const points = months.map((month, index) => {
    const isKnown = firstOrder !== null && firstOrder.slice(0, 7) <= month.slice(0, 7)
    return {
      month,
      revenue: isKnown ? (revenue[index] ?? null) : null,
      grossProfit: isKnown ? (grossProfit?.[index] ?? null) : null,
      isComplete: month.slice(0, 7) < asOf.slice(0, 7),
    }
  })
  return { points, growth: growthOf(points, firstOrder), hasProfit: grossProfit !== null }
}

function growthOf(points: readonly TrendPoint[], firstOrder: string | null): TrendGrowth | null {
  const complete = points.filter((point) => point.isComplete)
  const months = Math.min(12, complete.length - 12)
  if (months < 6 || firstOrder === null) return null
  const recentPoints = complete.slice(-months)
  const beforePoints = complete.slice(-months - 12, complete.length - 12)
  const [start] = beforePoints
  if (start === undefined || firstOrder > start.month) return null
  const recent = total(recentPoints)
  const before = total(beforePoints)
  return before > 0 ? { months, recent, before, change: recent / before - 1 } : null
}

function total(points: readonly TrendPoint[]): number {
  return points.reduce((sum, point) => sum + (point.revenue ?? 0), 0)
}
