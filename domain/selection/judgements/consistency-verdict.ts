import type { ConsistencyVerdict } from '@vitalfew/contract/judgements.ts'
import { acceptableConsistencyRatio } from '@vitalfew/methods/pairwise/consistency.ts'

/** Above this the judgements are hardly better than chance would make them agree: ask again. */
const doubtfulConsistencyRatio = 2 * acceptableConsistencyRatio

/** What a consistency ratio means. Saaty accepts up to 0.1, and bears up to 0.2 where nothing better can be had. */
export function consistencyVerdict(ratio: number): ConsistencyVerdict {
  if (ratio === 0) return 'consistent'
  if (ratio <= acceptableConsistencyRatio) return 'acceptable'
  return ratio <= doubtfulConsistencyRatio ? 'doubtful' : 'contradictory'
}
