import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaQuantile } from './beta-quantile.ts'
import { digamma } from './digamma.ts'
import { gammaQuantile } from './gamma-quantile.ts'
import { gaussLegendre } from './gauss-legendre.ts'
import { logBeta } from './log-beta.ts'
import { logDiffExp } from './log-diff-exp.ts'
import { logGamma } from './log-gamma.ts'
import { logHypergeometric } from './log-hypergeometric.ts'
import { logSumExp } from './log-sum-exp.ts'
import { normalDistribution } from './normal-distribution.ts'
import { normalQuantile } from './normal-quantile.ts'
import { regularizedBeta } from './regularized-beta.ts'
import { regularizedGamma } from './regularized-gamma.ts'
import { trigamma } from './trigamma.ts'

const positive = fc.double({ min: 1e-3, max: 1e4, noNaN: true })
const logarithm = fc.double({ min: -800, max: 800, noNaN: true })

describe('gamma functions', () => {
  it('obey Γ(x + 1) = x Γ(x) and its derivatives', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(logGamma(x + 1) - logGamma(x) - Math.log(x)).toBeCloseTo(0, 9)
        expect((digamma(x + 1) - digamma(x)) * x).toBeCloseTo(1, 9)
        expect((trigamma(x) - trigamma(x + 1)) * x * x).toBeCloseTo(1, 6)
      }),
    )
  })

  it('logBeta is symmetric and is made of logGamma', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a))
        expect(logBeta(a, b)).toBeCloseTo(logGamma(a) + logGamma(b) - logGamma(a + b), 8)
      }),
    )
  })

  it('gammaQuantile inverts the distribution', () => {
    const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
    fc.assert(
      fc.property(probability, fc.double({ min: 0.2, max: 1e4, noNaN: true }), (wanted, shape) => {
        expect(regularizedGamma(gammaQuantile(wanted, shape), shape).lower).toBeCloseTo(wanted, 9)
      }),
    )
  })
})

describe('regularizedBeta', () => {
  it('is mirrored by its complement and rises with x', () => {
    const unit = fc.integer({ min: 0, max: 1024 }).map((parts) => parts / 1024)
    fc.assert(
      fc.property(unit, positive, positive, (x, a, b) => {
        expect(regularizedBeta(x, { a, b }) + regularizedBeta(1 - x, { a: b, b: a })).toBeCloseTo(1, 7)
        expect(regularizedBeta(x, { a, b })).toBeLessThanOrEqual(regularizedBeta((1 + x) / 2, { a, b }) + 1e-9)
      }),
    )
  })

  it('betaQuantile inverts the distribution', () => {
    const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    const parameter = fc.double({ min: 1, max: 500, noNaN: true })
    fc.assert(
      fc.property(probability, parameter, parameter, (wanted, a, b) => {
        expect(regularizedBeta(betaQuantile(wanted, { a, b }), { a, b })).toBeCloseTo(wanted, 7)
      }),
    )
  })
})

describe('logarithms of sums', () => {
  it('a difference undoes a sum', () => {
    fc.assert(
      fc.property(logarithm, fc.double({ min: 0, max: 20, noNaN: true }), (a, gap) => {
        expect(logDiffExp(logSumExp(a, a - gap), a - gap)).toBeCloseTo(a, 6)
      }),
    )
  })

  it('a sum is commutative and not below its largest part', () => {
    fc.assert(
      fc.property(logarithm, logarithm, (a, b) => {
        expect(logSumExp(a, b)).toBe(logSumExp(b, a))
        expect(logSumExp(a, b)).toBeGreaterThanOrEqual(Math.max(a, b))
      }),
    )
  })
})

describe('logHypergeometric', () => {
  it('is the integral of Euler', () => {
    const { nodes, weights } = gaussLegendre(128)
    const parameter = fc.double({ min: 1, max: 6, noNaN: true })
    fc.assert(
      fc.property(parameter, parameter, parameter, fc.double({ min: 0, max: 0.8, noNaN: true }), (a, b, gap, z) => {
        let integral = 0
        nodes.forEach((u, i) => {
          integral += (weights[i] ?? 0) * u ** (b - 1) * (1 - u) ** (gap - 1) * (1 - z * u) ** -a
        })
        const expected = Math.log(integral) - logBeta(b, gap)
        expect(logHypergeometric(z, { a, b, c: b + gap })).toBeCloseTo(expected, 3)
      }),
    )
  })
})

describe('gaussLegendre', () => {
  it('integrates polynomials exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.double({ min: 0, max: 1, noNaN: true }), (order, part) => {
        const degree = Math.floor(part * (2 * order - 1))
        const { nodes, weights } = gaussLegendre(order)
        const integral = nodes.reduce((sum, node, i) => sum + (weights[i] ?? 0) * node ** degree, 0)
        expect(integral).toBeCloseTo(1 / (degree + 1), 12)
      }),
    )
  })
})

describe('normalQuantile', () => {
  it('inverts the distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (probability) => {
        expect(normalDistribution(normalQuantile(probability))).toBeCloseTo(probability, 12)
      }),
    )
  })
})
