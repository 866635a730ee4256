/**
 * Yeo and Johnson's power of a figure: like Box and Cox's, but for figures of any sign; monotone, and the figure itself for
 * λ = 1.
 *
 * @param value finite; NaN stays NaN
 * @param lambda the power; 0 is ln(1 + x) on the positive side, 2 is −ln(1 − x) on the negative one
 * Source: Yeo and Johnson 2000, "A new family of power transformations to improve normality or symmetry".
 * @example
 * yeoJohnson(3, 1) // 3
 * yeoJohnson(3, 0.5) // 2
 * yeoJohnson(-3, 1.5) // -2
 * yeoJohnson(0, 0) // 0
 */
export function yeoJohnson(value: number, lambda: number): number {
  if (value >= 0) {
    return Math.abs(lambda) < 1e-12 ? Math.log1p(value) : Math.expm1(lambda * Math.log1p(value)) / lambda
  }
  const power = 2 - lambda
  return Math.abs(power) < 1e-12 ? -Math.log1p(-value) : -Math.expm1(power * Math.log1p(-value)) / power
}

const golden = (Math.sqrt(5) - 1) / 2
const bounds = { low: -5, high: 5 }
const precision = 1e-6

/**
 * The power that makes figures most like a normal distribution, by maximum likelihood, between −5 and 5.
 *
 * @param figures finite; NaN = unknown, does not take part
 * @returns 1 where fewer than two figures differ
 * @throws RangeError naming a figure that is infinite
 * Source: Yeo and Johnson 2000, equation 3.1; searched by golden sections.
 * @example
 * Math.abs(yeoJohnsonLambda([-2, -1, 0, 1, 2]) - 1) < 1e-4 // true
 * yeoJohnsonLambda([4, 4]) // 1
 * yeoJohnsonLambda([1, Infinity]) // throws RangeError
 */
export function yeoJohnsonLambda(figures: ArrayLike<number>): number {
  const known = Float64Array.from(figures).filter((value) => !Number.isNaN(value))
  const wild = known.find((value) => !Number.isFinite(value))
  if (wild !== undefined) throw new RangeError(`figures must be finite, got ${wild}`)
  if (known.every((value) => value === known[0])) return 1
  const signedLogs = known.reduce((sum, value) => sum + Math.sign(value) * Math.log1p(Math.abs(value)), 0)
  const likelihood = (lambda: number): number => {
    let [mean, squares] = [0, 0]
    known.forEach((value, i) => {
      const turned = yeoJohnson(value, lambda)
      const before = turned - mean
      mean += before / (i + 1)
      squares += before * (turned - mean)
    })
    const found = (-known.length / 2) * Math.log(squares / known.length) + (lambda - 1) * signedLogs
    return Number.isNaN(found) ? -Infinity : found
  }
  return highest(likelihood)
}

function highest(height: (at: number) => number): number {
  let { low, high } = bounds
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)]
  let [atLeft, atRight] = [height(left), height(right)]
  while (high - low > precision) {
    if (atLeft >= atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - golden * (high - low)
      atLeft = height(left)
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + golden * (high - low)
      atRight = height(right)
    }
  }
  return (low + high) / 2
}
