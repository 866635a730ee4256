import type { Churn, ChurnDimension } from '@vitalfew/contract/churn.ts'
import { rfmSegments } from '@vitalfew/contract/run.ts'
import { abcClasses } from '@vitalfew/methods/ranking/abc-classes.ts'
import { quintileScores } from '@vitalfew/methods/rfm/quintile-scores.ts'
import { rfmSegment } from '@vitalfew/methods/rfm/rfm-segment.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { Conduct } from '../history/read-conduct.ts'
import { readFigures } from '../warnings/read-figures.ts'
import { periodDepartures, periodReturns } from './churn-cuts.query.ts'
import { churnRate } from './churn-rate.ts'

type Cut = Churn['cuts'][number]

/**
 * Churn by ABC class and RFM segment, both as they were when the period began: today's classes already know who left.
 *
 * @param of `conduct`: of the day on which the period began
 */
export async function classCuts(
  warehouse: Warehouse,
  { runId, from, conduct }: { readonly runId: string; readonly from: string; readonly conduct: Conduct },
): Promise<Churn['cuts']> {
  const { keys } = conduct
  const parameters = { runId, from }
  const lost = await readFigures(warehouse, periodDepartures, { parameters, keys })
  const back = await readFigures(warehouse, periodReturns, { parameters, keys })
  const known = Array.from(keys.keys()).filter((row) => (conduct.purchases[row] ?? 0) > 0)
  const there = known.map((row) => conduct.hasLeft[row] !== 1)

  const column = (of: Float64Array): Float64Array => Float64Array.from(known, (row) => of[row] ?? 0)
  const revenue = column(conduct.netRevenue)
  const { classes } = abcClasses(
    known.map((row) => String(keys[row])),
    revenue,
  )
  const recency = quintileScores(column(conduct.lastPurchase))
  const frequency = quintileScores(column(conduct.purchases))
  const monetary = quintileScores(revenue)
  const segments = known.map((_, index) =>
    rfmSegment({
      recency: recency[index] ?? 1,
      frequency: frequency[index] ?? 1,
      monetary: monetary[index] ?? 1,
    }),
  )

  const cut = (dimension: ChurnDimension, names: readonly string[], valueOf: (index: number) => string | null): Cut => {
    const counts = new Map(names.map((name) => [name, { accounts: 0, left: 0, wonBack: 0, revenueLost: 0 }]))
    known.forEach((row, index) => {
      const count = counts.get(valueOf(index) ?? '')
      if (count === undefined || there[index] !== true) return
      count.accounts += 1
      const revenueLost = lost[row] ?? Number.NaN
      if (Number.isNaN(revenueLost)) return
      count.left += 1
      count.revenueLost += revenueLost
      count.wonBack += Number(back[row] === 1)
    })
    const values = [...counts].filter(([, { accounts }]) => accounts > 0)
    return { dimension, omitted: 0, values: values.map(([value, count]) => ({ value, rate: churnRate(count) })) }
  }
  return [
    cut('abcClass', ['A', 'B', 'C'], (index) => classes[index] ?? null),
    cut('rfmSegment', rfmSegments, (index) => segments[index] ?? null),
  ]
}
