import type { GroupedHistories } from '@vitalfew/methods/buy-till-you-die/group-histories.ts'
import type { RhythmParameters } from '@vitalfew/methods/purchase-rhythm/fit-rhythm.ts'
import { purchaseRhythm } from '@vitalfew/methods/purchase-rhythm/purchase-rhythm.ts'
import { rhythmGaps } from './rhythm-gaps.ts'

/** Cycle and next purchase of each account: by the rhythm of the portfolio, else by the account's own mean gap. */
export function rhythmColumns(parameters: RhythmParameters | null, grouped: GroupedHistories) {
  const gaps = rhythmGaps(grouped)
  if (parameters !== null) {
    const { cycle, dueIn, dueInLower, dueInUpper } = purchaseRhythm(parameters, gaps)
    return { cycle, dueIn, dueInLower, dueInUpper }
  }
  const cycle = gaps.meanGap.map((mean, row) => ((gaps.gaps[row] ?? 0) > 0 ? mean : Number.NaN))
  return {
    cycle,
    dueIn: cycle.map((length, row) => length - (gaps.silence[row] ?? 0)),
    dueInLower: cycle.map(() => Number.NaN),
    dueInUpper: cycle.map(() => Number.NaN),
  }
}
