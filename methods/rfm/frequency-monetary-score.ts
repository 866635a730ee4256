import { requireScore } from './require-score.ts'

/**
 * Frequency and monetary score as one: their mean, halves upward.
 *
 * @param frequency 1..5
 * @param monetary 1..5
 * @returns 1..5
 * @throws RangeError when a score is not an integer from 1 to 5
 * @example
 * frequencyMonetaryScore(4, 5) // 5
 * frequencyMonetaryScore(1, 1) // 1
 */
export function frequencyMonetaryScore(frequency: number, monetary: number): number {
  return Math.ceil((requireScore('frequency', frequency) + requireScore('monetary', monetary)) / 2)
}
