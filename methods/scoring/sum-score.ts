import type { FittedScoring, MissingPolicy } from './scoring-rule.ts'

/** What is known of an account: Σ weight · value (of the geometric mean: Σ weight · ln value), and the weight unknown. */
export interface KnownSum {
  readonly sum: number
  readonly missing: number
}

/** As the policies for unknown values, or all of them the best. */
export type Filling = MissingPolicy | 'best'

/** How a sum becomes a score, and what unknown values count as. */
export type FilledScoring = Pick<FittedScoring, 'aggregation' | 'floor'> & { readonly missing: Filling }

/**
 * Score of an account from the sum over its known criteria, its unknown ones filled.
 *
 * @returns 0 to 1; where nothing is known, `rescale` gives what `neutral` gives
 * @example
 * sumScore({ sum: 0.25, missing: 0.5 }, { aggregation: 'weighted-sum', missing: 'rescale', floor: 0 }) // 0.5
 * sumScore({ sum: 0.25, missing: 0.5 }, { aggregation: 'weighted-sum', missing: 'best', floor: 0 }) // 0.75
 * sumScore({ sum: 0, missing: 0.5 }, { aggregation: 'weighted-geometric', missing: 'worst', floor: 0.25 }) // 0.5
 */
export function sumScore(known: KnownSum, scoring: FilledScoring): number {
  const { sum, missing } = known
  const filled = missing === 0 ? sum : sum + missing * fill(known, scoring)
  return Math.min(1, Math.max(0, scoring.aggregation === 'weighted-geometric' ? Math.exp(filled) : filled))
}

/** The value, or its logarithm, that each unknown criterion counts as. */
function fill({ sum, missing }: KnownSum, { aggregation, floor, missing: filling }: FilledScoring): number {
  const geometric = aggregation === 'weighted-geometric'
  const known = 1 - missing
  if (filling === 'rescale' && known > 1e-12) return sum / known
  if (filling === 'best') return geometric ? 0 : 1
  if (filling === 'worst') return geometric ? Math.log(floor) : 0
  return geometric ? Math.log(Math.max(floor, 0.5)) : 0.5
}
