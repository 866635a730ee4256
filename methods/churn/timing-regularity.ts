import { requireSameLength } from '../arguments/require-same-length.ts'
import { digamma } from '../special-functions/digamma.ts'
import { requirePositive } from '../special-functions/require-positive.ts'

/** Gaps between the purchases of customers, one row each. */
export interface TimingGaps {
  /** Number of gaps; rows with fewer than two say nothing. */
  readonly gaps: ArrayLike<number>
  readonly meanGap: ArrayLike<number>
  /** Mean of the logarithms of the gaps. */
  readonly meanLogGap: ArrayLike<number>
}

const largestK = 12

/**
 * Stages per purchase k of the models of regular timing, by moments: no fit, one pass over the customers.
 *
 * If the gaps of a customer are Erlang-k with any rate of his own, log(mean gap) − mean(log gap) over m gaps has the
 * expectation ψ(mk) − log m − ψ(k). The k from 1 to 12 whose expectations add up nearest to what is seen.
 *
 * @returns 1 where nobody has two gaps
 * @throws RangeError naming a gap that is not above 0
 * Source: the moments of the logarithm of a gamma variable; Platzer and Reutterer 2016 for the models.
 * @example
 * timingRegularity({ gaps: [20], meanGap: [30], meanLogGap: [Math.log(30)] }) // 12
 * timingRegularity({ gaps: [1], meanGap: [30], meanLogGap: [3] }) // 1
 * timingRegularity({ gaps: [2], meanGap: [0], meanLogGap: [3] }) // throws RangeError
 */
export function timingRegularity({ gaps, meanGap, meanLogGap }: TimingGaps): number {
  requireSameLength('meanGap', { expected: gaps.length, actual: meanGap.length })
  requireSameLength('meanLogGap', { expected: gaps.length, actual: meanLogGap.length })
  const customers = new Map<number, number>()
  let seen = 0
  for (let row = 0; row < gaps.length; row++) {
    const count = gaps[row] ?? 0
    if (count < 2) continue
    customers.set(count, (customers.get(count) ?? 0) + 1)
    seen += Math.log(requirePositive(`meanGap[${row}]`, meanGap[row] ?? 0)) - (meanLogGap[row] ?? 0)
  }
  if (customers.size === 0) return 1
  const distance = (k: number): number => {
    let expected = 0
    for (const [count, own] of customers) expected += own * (digamma(count * k) - Math.log(count) - digamma(k))
    return Math.abs(expected - seen)
  }
  const ks = Array.from({ length: largestK }, (_, index) => index + 1)
  return ks.reduce((best, k) => (distance(k) < distance(best) ? k : best), 1)
}
