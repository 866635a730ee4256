import type { TierBoundaries } from '@vitalfew/methods/sensitivity/count-tier-draws.ts'
import { scoreToEnter } from '@vitalfew/methods/tiering/score-to-enter.ts'
import type { ScoredModel } from '../scoring/score-model.ts'

/** A line between tiers in the ranking. */
export interface TierLine {
  /** Place of the tier that begins above the line. */
  readonly tier: number
  /** Accounts of the ranking that are above the line. */
  readonly places: number
  /** The score, 0 to 1, that certainly gets over it. */
  readonly needed: number
}

/** The lines between tiers that the score decides about; none where it does not. */
export function tierLines({ scored, ranking }: ScoredModel, boundaries: TierBoundaries | null): TierLine[] {
  if (boundaries === null) return []
  const { scores } = scored
  if (boundaries.by === 'threshold') {
    return boundaries.thresholds.map((needed, tier) => ({
      tier,
      needed,
      places: ranking.filter((account) => Math.round((scores[account] ?? 0) * 1e8) >= Math.round(needed * 1e8)).length,
    }))
  }
  let places = 0
  return boundaries.places.map((size, tier) => {
    places += size
    return { tier, places, needed: scoreToEnter(scores, { ranking, places }) }
  })
}
