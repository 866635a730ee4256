import { logBeta } from './log-beta.ts'
import { requireFraction } from './require-fraction.ts'

const smallest = 1e-300

/**
 * Regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable is at most x.
 *
 * @param x from 0 to 1
 * @param parameters a and b, finite numbers above 0
 * @returns a number from 0 to 1
 * @throws RangeError naming the argument out of range
 * Source: Abramowitz and Stegun 1964, 26.5.8; Lentz 1976 for the continued fraction.
 * @example
 * roundDecimals(regularizedBeta(0.4, { a: 2, b: 3 }), 12) // 0.5248
 * regularizedBeta(1, { a: 2, b: 3 }) // 1
 * regularizedBeta(2, { a: 2, b: 3 }) // throws RangeError
 */
export function regularizedBeta(x: number, parameters: { readonly a: number; readonly b: number }): number {
  const { a, b } = parameters
  requireFraction('x', x)
  const logFront = a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)
  if (x === 0 || x === 1) return x
  const front = Math.exp(logFront)
  const share =
    x < (a + 1) / (a + b + 2)
      ? (front / a) * fractionOf(x, { a, b })
      : 1 - (front / b) * fractionOf(1 - x, { a: b, b: a })
  return Math.min(1, Math.max(0, share))
}

function fractionOf(x: number, { a, b }: { readonly a: number; readonly b: number }): number {
  let c = 1
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const numerator of [even, odd]) {
      d = 1 / notZero(1 + numerator * d)
      c = notZero(1 + numerator / c)
      change = c * d
      fraction *= change
    }
    if (Math.abs(change - 1) < 4e-16) break
  }
  return fraction
}

function notZero(value: number): number {
  return Math.abs(value) < smallest ? smallest : value
}
