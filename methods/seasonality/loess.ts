/** Points that are smoothed, and over how many of them. */
export interface LoessWindow {
  /** Odd; may exceed the number of points: weights then fall more slowly. */
  readonly span: number
}

interface LocalLine {
  /** Where the line is wanted, in steps; may lie outside the points. */
  readonly x: number
  readonly from: number
  /** Not included. */
  readonly to: number
  readonly span: number
}

/**
 * Locally linear regression (loess) at one place of an evenly spaced series: points near it count most.
 *
 * @param values one for each step, weights by the tricube
 * @param place `x` in steps; points from `from` up to, not including, `to` are looked at
 * @returns NaN where no point has weight
 * Source: Cleveland 1979, "Robust locally weighted regression and smoothing scatterplots".
 * @example
 * roundDecimals(loessAt([1, 2, 3, 4, 5], { x: 5, from: 0, to: 5, span: 5 }), 9) // 6
 */
export function loessAt(values: ArrayLike<number>, { x, from, to, span }: LocalLine): number {
  let reach = Math.max(x - from, to - 1 - x)
  if (span > values.length) reach += Math.floor((span - values.length) / 2)
  let [total, mean] = [0, 0]
  const weights = new Float64Array(to - from)
  for (let i = from; i < to; i++) {
    const distance = Math.abs(i - x)
    if (distance > 0.999 * reach) continue
    const weight = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3
    weights[i - from] = weight
    total += weight
    mean += weight * i
  }
  if (total <= 0) return Number.NaN
  mean /= total
  let spread = 0
  for (let i = from; i < to; i++) spread += ((weights[i - from] ?? 0) / total) * (i - mean) ** 2
  const slope = Math.sqrt(spread) > 0.001 * (values.length - 1) ? (x - mean) / spread : 0
  let fitted = 0
  for (let i = from; i < to; i++) {
    fitted += ((weights[i - from] ?? 0) / total) * (1 + slope * (i - mean)) * (values[i] ?? 0)
  }
  return fitted
}

/**
 * A series smoothed by loess.
 *
 * @throws RangeError when the span is not an odd number of at least 3
 * @example
 * Array.from(loess([1, 2, 3, 4], { span: 3 }), (value) => roundDecimals(value, 9)) // [1, 2, 3, 4]
 * loess([1], { span: 2 }) // throws RangeError
 */
export function loess(values: ArrayLike<number>, { span }: LoessWindow): Float64Array {
  if (!Number.isInteger(span) || span < 3 || span % 2 === 0) {
    throw new RangeError(`span must be odd and at least 3, got ${span}`)
  }
  const n = values.length
  const half = (span - 1) / 2
  return Float64Array.from({ length: n }, (_, x) => {
    const from = span >= n ? 0 : Math.min(Math.max(0, x - half), n - span)
    const fitted = loessAt(values, { x, from, to: span >= n ? n : from + span, span })
    return Number.isNaN(fitted) ? (values[x] ?? 0) : fitted
  })
}
