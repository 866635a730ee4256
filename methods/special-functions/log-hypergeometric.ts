import { requirePositive } from './require-positive.ts'

/** Beyond this a sum of the series is scaled down, long before it overflows. */
const largest = 1e250
const mostTerms = 2_000_000

/** Parameters of Gauss's function ₂F₁(a, b; c; z). */
export interface HypergeometricArguments {
  readonly a: number
  readonly b: number
  readonly c: number
}

/**
 * Natural logarithm of Gauss's hypergeometric function, log ₂F₁(a, b; c; z), for positive parameters and 0 ≤ z < 1.
 *
 * The series Σ (a)ₙ(b)ₙ/(c)ₙ · zⁿ/n! has positive terms only; it is scaled as it grows, so parameters in the hundreds
 * give a finite logarithm. Where c < a + b and c is above both, Euler's transformation comes first:
 * ₂F₁(a, b; c; z) = (1 − z)^(c−a−b) ₂F₁(c − a, c − b; c; z), whose terms shrink sooner.
 *
 * @param z at least 0, below 1
 * @param parameters a, b, c above 0
 * @returns log ₂F₁, relative error near 1e-13
 * @throws RangeError naming the argument out of range, or z when it is so near to 1 that the series has no end
 * Source: Abramowitz and Stegun 1964, 15.1.1 and 15.3.3.
 * @example
 * roundDecimals(logHypergeometric(0.5, { a: 1, b: 2, c: 3 }), 12) // 0.435138754551
 * logHypergeometric(0, { a: 400, b: 4, c: 404 }) // 0
 * logHypergeometric(1, { a: 1, b: 2, c: 3 }) // throws RangeError
 */
export function logHypergeometric(z: number, parameters: HypergeometricArguments): number {
  const { a, b, c } = parameters
  if (!(z >= 0 && z < 1)) throw new RangeError(`z must be at least 0 and below 1, got ${z}`)
  requirePositive('a', a)
  requirePositive('b', b)
  requirePositive('c', c)
  if (c < a + b && c > a && c > b) {
    return (c - a - b) * Math.log1p(-z) + logSeries(z, { a: c - a, b: c - b, c })
  }
  return logSeries(z, parameters)
}

function logSeries(z: number, { a, b, c }: HypergeometricArguments): number {
  let logScale = 0
  let term = 1
  let sum = 1
  for (let n = 0; n < mostTerms; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (1 + n))) * z
    term *= ratio
    sum += term
    // Once the ratio is below 1 it stays below its limit or falls towards it, so the rest is a geometric series.
    const limit = Math.max(ratio, z)
    if (limit < 1 && term <= sum * 1e-17 * (1 - limit)) return logScale + Math.log(sum)
    if (sum > largest) {
      logScale += Math.log(sum)
      term /= sum
      sum = 1
    }
  }
  throw new RangeError(`z must not be so near to 1 for these parameters, got ${z}`)
}
