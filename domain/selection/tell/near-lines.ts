import { scoreToEnter } from '@vitalfew/methods/tiering/score-to-enter.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import type { ScoredTiers } from './scored-tiers.ts'

/** A line between tiers in the ranking. */
export interface TierLine {
  /** Place of the tier that begins above the line. */
  readonly tier: number
  /** The accounts that the line divides, best first, and how many of them are above it. */
  readonly ranking: Uint32Array
  readonly places: number
  /** The score, 0 to 1, that certainly gets over it. */
  readonly needed: number
}

/** The lines between tiers that the score decides about; none where it does not. */
export function tierLines({ scored }: Pick<ScoredModel, 'scored'>, segment: ScoredTiers | null): TierLine[] {
  if (segment === null) return []
  const { first, ranking, boundaries } = segment
  const { scores } = scored
  if (boundaries.by === 'threshold') {
    return boundaries.thresholds.map((needed, place) => ({
      tier: first + place,
      ranking,
      needed,
      places: ranking.filter((account) => Math.round((scores[account] ?? 0) * 1e8) >= Math.round(needed * 1e8)).length,
    }))
  }
  let places = 0
  return boundaries.places.map((size, place) => {
    places += size
    return { tier: first + place, ranking, places, needed: scoreToEnter(scores, { ranking, places }) }
  })
}
