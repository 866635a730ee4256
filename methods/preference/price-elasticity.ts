import { requireSameLength } from '../arguments/require-same-length.ts'
import { studentQuantile } from '../special-functions/student-quantile.ts'

/** Prices and quantities at which something was sold, by group: a product, or a product in a season. */
export interface PricePoints {
  readonly group: readonly (string | number)[]
  /** Above 0. */
  readonly price: ArrayLike<number>
  /** Above 0. */
  readonly quantity: ArrayLike<number>
}

export interface PriceElasticity {
  /** Per cent more that is bought when the price rises by one per cent; usually below 0. */
  readonly elasticity: number
  /** 95 % limits. */
  readonly lower: number
  readonly upper: number
  /** Usual deviation of a logarithm of the price from the mean of its group. */
  readonly priceSpread: number
  readonly points: number
}

/** Prices that vary less say nothing. */
const leastSpread = 0.05
const leastDegrees = 6

/**
 * Price elasticity of demand: regression of the logarithm of the quantity on that of the price, every group with a level
 * of its own.
 *
 * It describes what was sold at which price. It is no experiment: prices cut because nobody bought, and discounts for
 * quantity, look like sensitivity.
 *
 * @returns null where prices vary by less than 5 %, or with too few points
 * @throws RangeError naming a price or quantity that is not above 0, or columns of different lengths
 * Source: Houthakker 1957 for the form; within-groups least squares.
 * @example
 * priceElasticity({ group: Array(9).fill('a'), price: [1, 2, 3, 4, 5, 6, 7, 8, 9], quantity: [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8, 1 / 9] }).elasticity.toFixed(6) // '-1.000000'
 * priceElasticity({ group: ['a', 'a'], price: [1, 1], quantity: [1, 2] }) // null
 * priceElasticity({ group: ['a'], price: [0], quantity: [1] }) // throws RangeError
 */
export function priceElasticity({ group, price, quantity }: PricePoints): PriceElasticity | null {
  const points = group.length
  requireSameLength('price', { expected: points, actual: price.length })
  requireSameLength('quantity', { expected: points, actual: quantity.length })
  const x = logarithms('price', price)
  const y = logarithms('quantity', quantity)
  const groups = centre(group, [x, y])
  const degrees = points - groups - 1
  let [xx, xy, yy] = [0, 0, 0]
  for (let i = 0; i < points; i++) {
    xx += (x[i] ?? 0) ** 2
    xy += (x[i] ?? 0) * (y[i] ?? 0)
    yy += (y[i] ?? 0) ** 2
  }
  const priceSpread = Math.sqrt(xx / Math.max(1, points - groups))
  if (degrees < leastDegrees || priceSpread < leastSpread) return null
  const elasticity = xy / xx
  const error = Math.sqrt(Math.max(0, yy - elasticity * xy) / degrees / xx)
  const half = studentQuantile(0.975, degrees) * error
  return { elasticity, lower: elasticity - half, upper: elasticity + half, priceSpread, points }
}

function logarithms(name: string, values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (value) => {
    if (!(value > 0)) throw new RangeError(`${name} must be above 0, got ${value}`)
    return Math.log(value)
  })
}

/** Takes the mean of its group from every value; returns how many groups there are. */
function centre(group: readonly (string | number)[], columns: readonly Float64Array[]): number {
  const rows = Map.groupBy(group.keys(), (row) => group[row] ?? '')
  for (const own of rows.values()) {
    for (const column of columns) {
      const mean = own.reduce((sum, row) => sum + (column[row] ?? 0), 0) / own.length
      for (const row of own) column[row] = (column[row] ?? 0) - mean
    }
  }
  return rows.size
}
