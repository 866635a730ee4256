import type { GroupedHistories } from '@vitalfew/methods/buy-till-you-die/group-histories.ts'
import { spreadGroups } from '@vitalfew/methods/buy-till-you-die/spread-groups.ts'
import type { TimedGaps } from '@vitalfew/methods/purchase-rhythm/rhythm-gaps.ts'

/** The gaps between purchases of each customer of grouped histories. */
export function rhythmGaps({ purchases, recency, age, groups, customerLogGaps }: GroupedHistories): TimedGaps {
  const meanGap = recency.map((last, group) => last / Math.max(1, purchases[group] ?? 0))
  return {
    gaps: spreadGroups(purchases, groups),
    meanGap: spreadGroups(meanGap, groups),
    silence: spreadGroups(
      age.map((observed, group) => observed - (recency[group] ?? 0)),
      groups,
    ),
    logGaps: customerLogGaps ?? new Float64Array(groups.length),
  }
}
