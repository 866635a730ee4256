import { requireInteger } from '../arguments/require-integer.ts'

/** Nodes and weights for ∫ f(x) dx over [0, 1] ≈ Σ weights[i] · f(nodes[i]). */
export interface QuadratureRule {
  readonly nodes: Float64Array
  readonly weights: Float64Array
}

/**
 * Gauss–Legendre quadrature on [0, 1]: exact for polynomials of degree 2 · order − 1.
 *
 * @param order number of nodes, 1..256
 * @throws RangeError when the order is not an integer from 1 to 256
 * Source: Abramowitz and Stegun 1964, 25.4.29.
 * @example
 * [...gaussLegendre(1).nodes] // [0.5]
 * roundDecimals(gaussLegendre(2).nodes[0], 12) // 0.211324865405
 * gaussLegendre(0) // throws RangeError
 */
export function gaussLegendre(order: number): QuadratureRule {
  requireInteger('order', order)
  if (order < 1 || order > 256) throw new RangeError(`order must be from 1 to 256, got ${order}`)
  const nodes = new Float64Array(order)
  const weights = new Float64Array(order)
  for (let i = 0; i < order; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (order + 0.5))
    let slope = 1
    for (let turn = 0; turn < 8; turn++) {
      const legendre = legendreAt(x, order)
      slope = legendre.slope
      x -= legendre.value / slope
    }
    nodes[i] = (1 + x) / 2
    weights[i] = 1 / ((1 - x * x) * slope * slope)
  }
  return { nodes, weights }
}

function legendreAt(x: number, order: number): { value: number; slope: number } {
  let before = 1
  let value = x
  for (let n = 2; n <= order; n++) {
    const next = ((2 * n - 1) * x * value - (n - 1) * before) / n
    before = value
    value = next
  }
  return { value, slope: (order * (x * value - before)) / (x * x - 1) }
}
