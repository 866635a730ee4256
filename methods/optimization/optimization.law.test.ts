import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SquareMatrix } from './cholesky-factor.ts'
import { deltaVariance } from './delta-variance.ts'
import { hessianFromGradient } from './hessian-from-gradient.ts'
import { inversePositiveDefinite } from './inverse-positive-definite.ts'
import { minimize, type Objective } from './minimize.ts'
import { solvePositiveDefinite } from './solve-positive-definite.ts'

const entry = fc.double({ min: -3, max: 3, noNaN: true })

/** B Bᵀ + I is positive definite whatever B is. */
const positiveDefinite = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc.array(entry, { minLength: size * size, maxLength: size * size }).map((b): SquareMatrix => {
    const values = new Float64Array(size * size)
    for (let at = 0; at < size * size; at++) {
      const [i, j] = [Math.floor(at / size), at % size]
      for (let k = 0; k < size; k++) values[at] = (values[at] ?? 0) + (b[i * size + k] ?? 0) * (b[j * size + k] ?? 0)
      if (i === j) values[at] = (values[at] ?? 0) + 1
    }
    return { size, values }
  }),
)

describe('positive definite matrices', () => {
  it('solving undoes multiplying', () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const wanted = Float64Array.from({ length: matrix.size }, (_, i) => i + 1)
        const solution = solvePositiveDefinite(matrix, product(matrix, wanted)) ?? []
        wanted.forEach((value, i) => expect(solution[i]).toBeCloseTo(value, 6))
      }),
    )
  })

  it('the variance of one parameter is its place on the diagonal', () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const covariance = inversePositiveDefinite(matrix)
        expect(covariance && deltaVariance([1], { size: 1, values: covariance.values.slice(0, 1) })).toBeGreaterThan(0)
      }),
    )
  })
})

describe('minimize', () => {
  it('finds the bottom of every bowl, and its curvature', () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const objective: Objective = (point, gradient) => {
          const away = point.map((value, i) => value - i)
          gradient.set(product(matrix, away))
          return gradient.reduce((sum, slope, i) => sum + (slope * (away[i] ?? 0)) / 2, 0)
        }
        const { point } = minimize(objective, new Float64Array(matrix.size).fill(10))
        point.forEach((value, i) => expect(value).toBeCloseTo(i, 5))
        const hessian = hessianFromGradient(objective, point)
        hessian.values.forEach((value, at) => expect(value).toBeCloseTo(matrix.values[at] ?? 0, 5))
      }),
    )
  })
})

function product({ size, values }: SquareMatrix, vector: Float64Array): Float64Array {
  return Float64Array.from({ length: size }, (_, i) =>
    vector.reduce((sum, value, j) => sum + (values[i * size + j] ?? 0) * value, 0),
  )
}
