/**
 * Refuses anything but an RFM score.
 *
 * @param name the argument as the caller knows it, for the message
 * @returns the score, unchanged
 * @throws RangeError when it is not an integer from 1 to 5
 * @example
 * requireScore('recency', 5) // 5
 * requireScore('recency', 6) // throws RangeError
 */
export function requireScore(name: string, score: number): number {
  if (!Number.isInteger(score) || score < 1 || score > 5) {
    throw new RangeError(`${name} must be an integer from 1 to 5, got ${score}`)
  }
  return score
}
