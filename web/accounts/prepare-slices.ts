export interface SalesSlice {
  value: string
  name: string
  netRevenue: number
  grossProfit: number | null
  quantity: number | null
  orders: number
  lastDay: string
  /** Of the same days a year before; null where no days were chosen. */
  netRevenueBefore: number | null
}

export interface SliceLine extends SalesSlice {
  /** Of what all slices with revenue bring. */
  share: number
  /** Against the period before; null where there was nothing then. */
  growth: number | null
}

/** What an account bought by one cut, the most first. */
export function prepareSlices(slices: readonly SalesSlice[]): { lines: SliceLine[]; hasProfit: boolean } {
  const total = slices.reduce((sum, { netRevenue }) => sum + Math.max(0, netRevenue), 0)
  const lines = slices.map((slice) => ({
    ...slice,
    share: total > 0 ? Math.max(0, slice.netRevenue) / total : 0,
    growth: growthOf(slice),
  }))
  return {
    lines: lines.toSorted((a, b) => b.netRevenue - a.netRevenue),
    hasProfit: slices.some(({ grossProfit }) => grossProfit !== null),
  }
}

function growthOf({ netRevenue, netRevenueBefore }: SalesSlice): number | null {
  return netRevenueBefore === null || netRevenueBefore <= 0 ? null : netRevenue / netRevenueBefore - 1
}
