import { requireInteger } from '../arguments/require-integer.ts'
import { mostCriteria } from './judgement-matrix.ts'

const saatyIndices = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]

/**
 * The consistency index that judgements drawn at random from Saaty's scale have on average.
 *
 * For all comparisons made it is Saaty's table for 1 to 15 criteria, from few matrices: those for 3 and 12 are known to be
 * off (0.52 and 1.54 with millions of draws), and stand because published ratios are computed with them. Gaps make random
 * judgements less inconsistent, nearly linearly: RI(n, m) = RI(n) · (1 − 2m / ((n − 1)(n − 2))), 0 when the comparisons
 * form no circle. That holds for gaps filled so that the eigenvalue is smallest; of random judgements Harker's is above it
 * by some 5 % in matrices with many gaps, so that a ratio with gaps is approximate, and rather too strict.
 *
 * @param size number of criteria, 1 to 15
 * @param missing pairs not compared
 * @throws RangeError naming a size or a number of gaps that is out of range
 * Source: Saaty 1980, "The analytic hierarchy process", table to n = 15; Ágoston and Csató 2022, "Inconsistency
 * thresholds for incomplete pairwise comparison matrices".
 * @example
 * randomIndex(3) // 0.58
 * randomIndex(4, 3) // 0
 * randomIndex(16) // throws RangeError
 */
export function randomIndex(size: number, missing = 0): number {
  requireInteger('size', size)
  requireInteger('missing', missing)
  if (size < 1 || size > mostCriteria) throw new RangeError(`size must lie in 1..${mostCriteria}, got ${size}`)
  const circles = ((size - 1) * (size - 2)) / 2
  if (missing < 0 || missing > circles) throw new RangeError(`missing must lie in 0..${circles}, got ${missing}`)
  const complete = saatyIndices[size - 1] ?? 0
  return missing === 0 ? complete : (complete * (circles - missing)) / circles
}
