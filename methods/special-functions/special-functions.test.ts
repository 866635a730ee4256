import { describe, expect, it } from 'vitest'
import { chiSquaredUpper } from './chi-squared-upper.ts'
import { digamma } from './digamma.ts'
import { logBeta } from './log-beta.ts'
import { logGamma } from './log-gamma.ts'
import { logHypergeometric } from './log-hypergeometric.ts'
import { normalQuantile } from './normal-quantile.ts'
import { regularizedBeta } from './regularized-beta.ts'
import { regularizedGamma } from './regularized-gamma.ts'
import { trigamma } from './trigamma.ts'

// Expected values were computed with 30 digits from the definitions.

function relativeError(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.max(1e-300, Math.abs(expected))
}

describe('gamma functions', () => {
  it.each([
    [1e-10, 23.025850929882736, -10000000000.5772157, 1e20],
    [0.1, 2.252712651734206, -10.423754940411078, 101.43329915079276],
    [0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679],
    [1.5, -0.12078223763524522, 0.03648997397857652, 0.9348022005446793],
    [7.3, 7.147892523022249, 1.9178203356379862, 0.14679576813142708],
    [50, 144.5657439463449, 3.901989673427892, 0.020201333226697125],
    [1e5, 1051287.7089736569, 11.512920464961896, 0.0000100000500001666667],
    [1e10, 220258509288.810581, 23.025850929890456, 1.00000000005e-10],
  ])('at %f', (x, gamma, first, second) => {
    expect(relativeError(logGamma(x), gamma)).toBeLessThan(2e-14)
    expect(relativeError(digamma(x), first)).toBeLessThan(2e-14)
    expect(relativeError(trigamma(x), second)).toBeLessThan(2e-14)
  })

  it.each([
    [0.5, 0.5, 1.1447298858494002],
    [2.4, 3, -2.8877015293402857],
    [1e-6, 4, 13.815508724631622],
    [1e8, 0.3, -4.430406227317635],
    [1e8, 1e9, -335099715.327908662],
    [20, 1e12, -513.2805381315615],
  ])('logBeta(%f, %f)', (a, b, expected) => {
    expect(relativeError(logBeta(a, b), expected)).toBeLessThan(1e-14)
  })

  it.each([
    [0.1, 0.5, 0.345279153981423, 0.654720846018577],
    [3, 2, 0.8008517265285442, 0.19914827347145578],
    [5, 10, 0.03182805730620481, 0.9681719426937951],
    [120, 100, 0.9721362601094793, 0.027863739890520663],
    [900, 1000, 0.0005499022657117829, 0.9994500977342882],
  ])('regularizedGamma(%f, %f)', (x, shape, lower, upper) => {
    expect(relativeError(regularizedGamma(x, shape).lower, lower)).toBeLessThan(2e-12)
    expect(relativeError(regularizedGamma(x, shape).upper, upper)).toBeLessThan(2e-12)
  })

  it('of χ² is the table of every textbook', () => {
    expect(relativeError(chiSquaredUpper(5.991464547107979, 2), 0.05)).toBeLessThan(1e-14)
    expect(relativeError(chiSquaredUpper(23.209251158954356, 10), 0.01)).toBeLessThan(1e-12)
  })
})

describe('regularizedBeta', () => {
  it.each([
    [0.4, 2, 3, 0.5248],
    [0.1, 0.5, 0.5, 0.20483276469913345],
    [0.8, 100, 20, 0.16220200172056023],
    [0.5, 1e-3, 2, 0.9998067465369478],
  ])('at %f with a %f and b %f', (x, a, b, expected) => {
    expect(relativeError(regularizedBeta(x, { a, b }), expected)).toBeLessThan(1e-12)
  })
})

describe('logHypergeometric', () => {
  it.each([
    [0.5, { a: 1, b: 2, c: 3 }, 0.4351387545506944],
    [0.95, { a: 0.5, b: 1.5, c: 2.5 }, 0.6022641277397984],
    [0.9, { a: 501, b: 4, c: 505 }, 8.945252355780202],
    [0.99, { a: 410.465, b: 4.0516, c: 414.5166 }, 16.42537487167937],
  ])('at %f with %o', (z, parameters, expected) => {
    expect(relativeError(logHypergeometric(z, parameters), expected)).toBeLessThan(1e-12)
  })

  it('refuses a point whose series does not end in reasonable time', () => {
    expect(() => logHypergeometric(1 - 1e-15, { a: 1, b: 1, c: 2 })).toThrow('z must not be so near to 1')
  })
})

describe('normalQuantile', () => {
  it.each([
    [0.975, 1.9599639845400543],
    [1e-300, -37.0470962993612],
    [0.001, -3.0902323061678136],
    [0.2, -0.8416212335729142],
    [0.999999, 4.753424308822899],
  ])('of %f', (probability, expected) => {
    expect(relativeError(normalQuantile(probability), expected)).toBeLessThan(1e-11)
  })
})
