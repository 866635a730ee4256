/** What is expected of a number of purchases Y. */
export interface PurchaseMoments {
  /** P(Y > 0) */
  some: number
  /** E[Y] */
  mean: number
  /** E[Y²] */
  square: number
}

/** A customer known to be there, and how the future is drawn. */
export interface StayingCustomer {
  /** Shape of the gamma distribution of the rate of stages. */
  readonly shape: number
  /** horizon / (horizon + rate parameter of that gamma distribution), from 0 to 1. */
  readonly reach: number
  /** Stages per purchase. */
  readonly k: number
  /** Stages already passed since the last purchase, below k. */
  readonly passed: number
  /** The probability of leaving after a purchase is Beta(a, b); a = 0: nobody leaves. */
  readonly a: number
  readonly b: number
}

const mostTerms = 2_000_000
const negligible = 1e-12

/**
 * Moments of the number of purchases within a horizon.
 *
 * The stages passed within the horizon are negative binomial, N ~ NBD(shape, reach); the i-th purchase takes place if
 * k·i − passed stages are reached and none of the i − 1 purchases before it was the last:
 * P(Y ≥ i) = B(a, b + i − 1)/B(a, b) · P(N ≥ k·i − passed). E[Y] = Σ P(Y ≥ i), E[Y²] = Σ (2i − 1) P(Y ≥ i).
 *
 * Every term is positive, so nothing cancels, also where a is 1 and the usual formula divides by zero. For k > 1 the sum
 * is exact, where the literature approximates.
 *
 * @param customer state and distribution
 * @param into receives the moments; given back
 * @example
 * stayingPurchases({ shape: 2, reach: 0.5, k: 1, passed: 0, a: 0, b: 1 }, { some: 0, mean: 0, square: 0 }).mean.toFixed(9) // '2.000000000'
 */
export function stayingPurchases(customer: StayingCustomer, into: PurchaseMoments): PurchaseMoments {
  const { shape, reach, k, passed, a, b } = customer
  const logNone = shape * Math.log1p(-reach)
  into.some = 0
  into.mean = 0
  into.square = 0
  if (reach === 0) return into

  // P(N = n) by its logarithm until it is a double, then by itself; until then P(N > n) is 1.
  let logMass = logNone
  let mass = logMass < -700 ? 0 : Math.exp(logMass)
  let tail = -Math.expm1(logNone)
  let stays = 1
  let purchase = 0
  let untilPurchase = k - passed
  for (let n = 1; n < mostTerms; n++) {
    const ratio = (reach * (shape + n - 1)) / n
    untilPurchase--
    if (untilPurchase === 0) {
      const happens = stays * tail
      if (purchase === 0) into.some = tail
      into.mean += happens
      into.square += (2 * purchase + 1) * happens
      stays *= (b + purchase) / (a + b + purchase)
      purchase++
      untilPurchase = k
      // Beyond here the tail falls at least geometrically.
      const fall = Math.max(reach, ratio)
      if (fall < 1 && happens * (2 * purchase + 1) < negligible * into.square * (1 - fall)) break
    }
    if (mass > 0) mass *= ratio
    else {
      logMass += Math.log(ratio)
      if (logMass > -700) mass = Math.exp(logMass)
    }
    tail -= mass
    if (tail <= 0) break
  }
  return into
}
