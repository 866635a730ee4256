import { logGamma } from './log-gamma.ts'
import { requirePositive } from './require-positive.ts'

const smallest = 1e-300
const precision = 1e-16

/** The two shares of the gamma distribution at a point; each exact also where it is tiny. */
export interface GammaShares {
  /** P(a, x) = γ(a, x) / Γ(a), the probability of at most x. */
  readonly lower: number
  /** Q(a, x) = Γ(a, x) / Γ(a), the probability of more than x. */
  readonly upper: number
}

/**
 * Regularised incomplete gamma functions: the distribution function of Gamma(shape, rate 1) and its complement.
 *
 * A series below x = a + 1, a continued fraction above; the smaller share is always the one computed.
 *
 * @param x at least 0
 * @param shape a, a finite number above 0
 * @returns lower + upper = 1
 * @throws RangeError naming the argument out of range
 * Source: Abramowitz and Stegun 1964, 6.5.29 and 6.5.31; Lentz 1976 for the continued fraction.
 * @example
 * roundDecimals(regularizedGamma(3, 2).lower, 12) // 0.800851726529
 * roundDecimals(regularizedGamma(3, 2).upper, 12) // 0.199148273471
 * regularizedGamma(0, 2) // { lower: 0, upper: 1 }
 * regularizedGamma(-1, 2) // throws RangeError
 */
export function regularizedGamma(x: number, shape: number): GammaShares {
  requirePositive('shape', shape)
  if (!(x >= 0)) throw new RangeError(`x must not be below 0, got ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }

  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  if (x < shape + 1) {
    const lower = Math.min(1, front * lowerSeries(x, shape))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, front * upperFraction(x, shape))
  return { lower: 1 - upper, upper }
}

function lowerSeries(x: number, shape: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = 1; term > sum * precision; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

function upperFraction(x: number, shape: number): number {
  let denominator = x + 1 - shape
  let c = 1 / smallest
  let d = 1 / denominator
  let fraction = d
  for (let n = 1; n < 100_000; n++) {
    const numerator = n * (shape - n)
    denominator += 2
    d = 1 / notZero(numerator * d + denominator)
    c = notZero(denominator + numerator / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < precision * 4) break
  }
  return fraction
}

function notZero(value: number): number {
  return Math.abs(value) < smallest ? smallest : value
}
