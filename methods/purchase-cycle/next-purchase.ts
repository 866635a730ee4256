import type { LogGaps } from './log-gaps.ts'

export type CycleStatus = 'early' | 'due' | 'overdue'

export interface NextPurchase {
  /** Usual deviation of the logarithm of a gap: 0 is clockwork, 0.7 a gap that doubles or halves. */
  readonly spread: number
  /** Days since 1970-01-01 on which the next purchase is most likely, and from when to when to expect it. */
  readonly expected: number
  readonly from: number
  readonly to: number
  readonly status: CycleStatus
  /** Silence by the median gap. */
  readonly cycles: number
}

/** The pooled spread weighs as much as so many gaps of the account's own. */
const priorGaps = 4
const quarter = 0.6744897501960817
const tenth = 1.2815515655446004

/**
 * When an account is expected to buy next, if the logarithms of its gaps are normal. Its own spread is drawn towards that
 * of all accounts, the more the fewer gaps it has. Due from the lower quartile of the gap to its ninth decile; overdue
 * after it.
 *
 * @param account gaps and the last purchase day
 * @param options `asOf`: the day that begins; `pooled`: {@link pooledLogVariance}
 * @throws RangeError when the pooled variance is negative
 * @example
 * nextPurchase({ count: 5, median: 30, logSquares: 0, last: 100 }, { asOf: 120, pooled: 0 }) // { spread: 0, expected: 130, from: 130, to: 130, status: 'early', cycles: 2 / 3 }
 * nextPurchase({ count: 5, median: 30, logSquares: 0, last: 100 }, { asOf: 131, pooled: 0 }).status // 'overdue'
 * nextPurchase({ count: 5, median: 30, logSquares: 0, last: 100 }, { asOf: 131, pooled: -1 }) // throws RangeError
 */
export function nextPurchase(
  { count, median, logSquares, last }: LogGaps & { readonly last: number },
  { asOf, pooled }: { readonly asOf: number; readonly pooled: number },
): NextPurchase {
  if (!(pooled >= 0)) throw new RangeError(`pooled must not be negative, got ${pooled}`)
  const spread = Math.sqrt((logSquares + priorGaps * pooled) / (count - 1 + priorGaps))
  const from = last + Math.round(median * Math.exp(-quarter * spread))
  const to = last + Math.round(median * Math.exp(tenth * spread))
  return {
    spread,
    expected: last + Math.round(median),
    from,
    to,
    status: asOf < from ? 'early' : asOf <= to ? 'due' : 'overdue',
    cycles: (asOf - last) / median,
  }
}
