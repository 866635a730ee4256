import { requireFraction } from './require-fraction.ts'

/** Coefficients of a quotient of polynomials, ascending; the quotient's absolute error is below 1e-16. */
interface Rational {
  readonly above: readonly number[]
  readonly below: readonly number[]
}

const middle: Rational = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.693765509461, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
}
const tail: Rational = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    5.475938084995345e-4, 1.0507500716444169e-9,
  ],
}
const farTail: Rational = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}

/**
 * Quantile of the standard normal distribution: the z with Φ(z) = probability.
 *
 * @param probability from 0 to 1
 * @returns −Infinity for 0, Infinity for 1; relative error near 1e-16
 * @throws RangeError when the probability is not from 0 to 1
 * Source: Wichura 1988, "Algorithm AS 241: the percentage points of the normal distribution".
 * @example
 * roundDecimals(normalQuantile(0.975), 12) // 1.95996398454
 * normalQuantile(0.5) // 0
 * normalQuantile(1.5) // throws RangeError
 */
export function normalQuantile(probability: number): number {
  requireFraction('probability', probability)
  const away = probability - 0.5
  if (Math.abs(away) <= 0.425) return away * quotient(middle, 0.180625 - away * away)
  const smaller = Math.min(probability, 1 - probability)
  if (smaller === 0) return away < 0 ? -Infinity : Infinity
  const depth = Math.sqrt(-Math.log(smaller))
  const distance = depth <= 5 ? quotient(tail, depth - 1.6) : quotient(farTail, depth - 5)
  return away < 0 ? -distance : distance
}

function quotient({ above, below }: Rational, x: number): number {
  let numerator = 0
  let denominator = 0
  for (let i = 7; i >= 0; i--) {
    numerator = numerator * x + (above[i] ?? 0)
    denominator = denominator * x + (below[i] ?? 0)
  }
  return numerator / denominator
}
