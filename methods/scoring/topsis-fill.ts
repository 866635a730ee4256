import type { Filling } from './sum-score.ts'

/**
 * What an unknown value counts as in TOPSIS: the best or the worst of the population, or 0.5 moved between them.
 *
 * @param filling as the policies for unknown values, or 'best'
 * @returns null where the criterion is left out of both distances
 * @example
 * topsisFill('neutral', { ideal: 0.375, antiIdeal: 0.25 }) // 0.375
 * topsisFill('worst', { ideal: 1, antiIdeal: 0.25 }) // 0.25
 * topsisFill('rescale', { ideal: 1, antiIdeal: 0 }) // null
 */
export function topsisFill(
  filling: Filling,
  { ideal, antiIdeal }: { readonly ideal: number; readonly antiIdeal: number },
): number | null {
  if (filling === 'rescale') return null
  if (filling === 'neutral') return Math.min(ideal, Math.max(antiIdeal, 0.5))
  return filling === 'best' ? ideal : antiIdeal
}
