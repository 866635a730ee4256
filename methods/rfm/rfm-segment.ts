import { frequencyMonetaryScore } from './frequency-monetary-score.ts'
import { requireScore } from './require-score.ts'

export type RfmSegment =
  | 'champions'
  | 'loyal'
  | 'potentialLoyalist'
  | 'newCustomer'
  | 'promising'
  | 'needsAttention'
  | 'aboutToSleep'
  | 'cannotLose'
  | 'atRisk'
  | 'hibernating'

/** Scores 1 to 5, 5 the best. */
export interface RfmScores {
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
}

/** Segment by recency score (row 1..5) and frequency-monetary score (column 1..5). */
const segmentGrid: readonly (readonly RfmSegment[])[] = [
  ['hibernating', 'hibernating', 'atRisk', 'atRisk', 'cannotLose'],
  ['hibernating', 'hibernating', 'atRisk', 'atRisk', 'cannotLose'],
  ['aboutToSleep', 'aboutToSleep', 'needsAttention', 'loyal', 'loyal'],
  ['promising', 'potentialLoyalist', 'potentialLoyalist', 'loyal', 'loyal'],
  ['newCustomer', 'potentialLoyalist', 'potentialLoyalist', 'champions', 'champions'],
]

/**
 * Named segment of an account by its three RFM scores; every one of the 125 combinations has exactly one.
 *
 * @throws RangeError when a score is not an integer from 1 to 5
 * Source: the segment map in common use by marketing tools, on the recency × frequency-monetary grid; Hughes 1994 for
 * the scores.
 * @example
 * rfmSegment({ recency: 5, frequency: 5, monetary: 4 }) // 'champions'
 * rfmSegment({ recency: 1, frequency: 5, monetary: 5 }) // 'cannotLose'
 * rfmSegment({ recency: 0, frequency: 5, monetary: 5 }) // throws RangeError
 */
export function rfmSegment(scores: RfmScores): RfmSegment {
  const recency = requireScore('recency', scores.recency)
  const column = frequencyMonetaryScore(scores.frequency, scores.monetary)
  const segment = segmentGrid[recency - 1]?.[column - 1]
  if (segment === undefined) throw new RangeError(`scores must lie on the grid, got ${recency} and ${column}`)
  return segment
}
