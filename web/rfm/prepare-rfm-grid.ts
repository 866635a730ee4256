import type { RfmSegment, Run } from '@vitalfew/contract/run.ts'
import { rfmSegment } from '@vitalfew/methods/rfm/rfm-segment.ts'

export type RfmMeasure = 'accounts' | 'netRevenue'

export interface RfmCell {
  recency: number
  frequencyMonetary: number
  segment: RfmSegment
  accounts: number
  netRevenue: number
  /** Share of all accounts or of all positive net revenue, whichever colours the grid. */
  share: number
  heat: number
  /** Sides on which another segment begins. */
  borders: { top: boolean; right: boolean; bottom: boolean; left: boolean }
  /** True in the one cell of a segment where its name is written. */
  namesSegment: boolean
}

const scores = [1, 2, 3, 4, 5]

/** The 25 cells as five rows, the most recent buyers on top; cells the run does not mention are empty. */
export function prepareRfmGrid(grid: Run['rfm']['grid'], measure: RfmMeasure): RfmCell[][] {
  const weight = (entry: { accounts: number; netRevenue: number }) => Math.max(0, entry[measure])
  const total = grid.reduce((sum, entry) => sum + weight(entry), 0)
  const most = Math.max(0, ...grid.map(weight))
  const named = new Set<RfmSegment>()
  return scores.toReversed().map((recency) =>
    scores.map((frequencyMonetary) => {
      const found = grid.find((entry) => entry.recency === recency && entry.frequencyMonetary === frequencyMonetary)
      const figures = { accounts: found?.accounts ?? 0, netRevenue: found?.netRevenue ?? 0 }
      const segment = segmentAt(recency, frequencyMonetary)
      const namesSegment = !named.has(segment)
      named.add(segment)
      return {
        recency,
        frequencyMonetary,
        segment,
        ...figures,
        share: total > 0 ? weight(figures) / total : 0,
        heat: most > 0 ? Math.sqrt(weight(figures) / most) : 0,
        borders: bordersAt(recency, frequencyMonetary),
        namesSegment,
      }
    }),
  )
}

function segmentAt(recency: number, frequencyMonetary: number): RfmSegment {
  return rfmSegment({ recency, frequency: frequencyMonetary, monetary: frequencyMonetary })
}

function bordersAt(recency: number, column: number): RfmCell['borders'] {
  const own = segmentAt(recency, column)
  const differs = (otherRecency: number, otherColumn: number) =>
    scores.includes(otherRecency) && scores.includes(otherColumn) && segmentAt(otherRecency, otherColumn) !== own
  return {
    top: differs(recency + 1, column),
    right: differs(recency, column + 1),
    bottom: differs(recency - 1, column),
    left: differs(recency, column - 1),
  }
}
