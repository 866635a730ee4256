import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { total } from '../arithmetic/total.ts'

/** A weight that somebody set. */
export interface HandWeight {
  readonly criterion: string
  readonly weight: number
}

/**
 * Weights set by hand, checked.
 *
 * @param given not below 0, summing to 1 within 1e-6; in any scale (points, percent) where they are to be rescaled
 * @returns in the same order, summing to 1 as far as doubles can
 * @throws RangeError naming a criterion given twice or with a weight below 0, or the sum when it is not 1; when no weight is
 * above 0
 * @example
 * [...handWeights([{ criterion: 'value', weight: 0.75 }, { criterion: 'growth', weight: 0.25 }])] // [0.75, 0.25]
 * [...handWeights([{ criterion: 'value', weight: 60 }, { criterion: 'growth', weight: 20 }], { isRescaled: true })] // [0.75, 0.25]
 * handWeights([{ criterion: 'value', weight: 60 }, { criterion: 'growth', weight: 20 }]) // throws RangeError
 */
export function handWeights(given: readonly HandWeight[], { isRescaled = false } = {}): Float64Array {
  const seen = new Set<string>()
  for (const { criterion, weight } of given) {
    requireNonNegative(`weight of ${criterion}`, weight)
    if (seen.has(criterion)) throw new RangeError(`given must have each criterion once, got ${criterion} twice`)
    seen.add(criterion)
  }
  const sum = total(given.map((each) => each.weight))
  if (!(sum > 0)) throw new RangeError(`given must have a weight above 0, got ${given.length} without`)
  if (!isRescaled && Math.abs(sum - 1) > 1e-6) throw new RangeError(`weights must sum to 1, got ${sum}`)
  return Float64Array.from(given, (each) => each.weight / sum)
}
