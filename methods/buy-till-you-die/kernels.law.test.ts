import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaBinomialKernel } from './beta-binomial-kernel.ts'
import { betaGeometricKernel } from './beta-geometric-kernel.ts'
import { conditionalPurchases } from './conditional-purchases.ts'
import { customerLikelihoods } from './customer-likelihoods.ts'
import { expectedPurchases } from './expected-purchases.ts'
import type { HistoryKernel } from './history-kernel.ts'
import { nbdKernel } from './nbd-kernel.ts'
import { paretoNbdKernel } from './pareto-nbd-kernel.ts'
import { type PurchaseHistory, purchaseHistories } from './purchase-histories.ts'
import { type LeveledHistories, withLevels } from './purchase-levels.ts'
import { purchaseProbability } from './purchase-probability.ts'

const positive = fc.double({ min: 0.05, max: 40, noNaN: true })
const vector = fc.array(positive, { minLength: 4, maxLength: 4 })
const stages = fc.integer({ min: 1, max: 5 })
const history: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), positive, fc.double({ min: 0, max: 40, noNaN: true }))
  .map(([purchases, last, silence]) => {
    const recency = purchases === 0 ? 0 : last
    return { purchases, recency, age: recency + silence }
  })
const opportunities: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 6 }))
  .map(([purchases, between, after]) => {
    const recency = purchases === 0 ? 0 : purchases + between
    return { purchases, recency, age: recency + after }
  })

const families = {
  nbd: ([r = 0, alpha = 0]: readonly number[], rows: LeveledHistories, k: number) => nbdKernel({ k, r, alpha }, rows),
  paretoNbd: ([r = 0, alpha = 0, s = 0, beta = 0]: readonly number[], rows: LeveledHistories) =>
    paretoNbdKernel({ model: 'pareto-nbd', r, alpha, s, beta }, rows),
  bg: ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[], rows: LeveledHistories, k: number) =>
    betaGeometricKernel({ model: 'bg-cnbd-k', k, r, alpha, a, b }, rows),
  mbg: ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[], rows: LeveledHistories, k: number) =>
    betaGeometricKernel({ model: 'mbg-cnbd-k', k, r, alpha, a, b }, rows),
}

describe('analytic derivatives are those of the log-likelihood', () => {
  it.each(Object.entries(families))('%s', (_, family) => {
    fc.assert(
      fc.property(vector, stages, history, (parameters, k, row) => {
        const rows = withLevels(purchaseHistories([row]))
        expect(worstSlope((at) => family(at, rows, k), parameters)).toBeLessThan(1e-4)
      }),
    )
  })

  it('bg-bb', () => {
    fc.assert(
      fc.property(vector, opportunities, (parameters, row) => {
        const rows = purchaseHistories([row])
        const family = ([alpha = 0, beta = 0, gamma = 0, delta = 0]: readonly number[]): HistoryKernel =>
          betaBinomialKernel({ model: 'bg-bb', alpha, beta, gamma, delta }, rows)
        expect(worstSlope(family, parameters)).toBeLessThan(1e-4)
      }),
    )
  })
})

describe('BG/BB', () => {
  const model = fc
    .tuple(positive, positive, positive, positive)
    .map(([alpha, beta, gamma, delta]) => ({ model: 'bg-bb' as const, alpha, beta, gamma, delta }))

  it('probabilities add up to 1, their mean is the expectation, none is the likelihood of none', () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 1, max: 12 }), (parameters, horizon) => {
        const counts = Array.from({ length: horizon + 1 }, (_, purchases) => purchases)
        const found = counts.map((purchases) => purchaseProbability(parameters, { purchases, horizon }))
        expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
        const mean = found.reduce((sum, value, count) => sum + value * count, 0)
        expect(mean).toBeCloseTo(expectedPurchases(parameters, horizon), 8)
        const none = customerLikelihoods(parameters, purchaseHistories([{ purchases: 0, recency: 0, age: horizon }]))
        expect(Math.exp(none.logLikelihoods[0] ?? 0)).toBeCloseTo(found[0] ?? 0, 9)
      }),
    )
  })

  it('likelihoods of all histories add up to 1', () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 1, max: 7 }), (parameters, age) => {
        let sum = 0
        for (let recency = 0; recency <= age; recency++) {
          for (let purchases = Math.min(1, recency); purchases <= recency; purchases++) {
            const { logLikelihoods } = customerLikelihoods(parameters, purchaseHistories([{ purchases, recency, age }]))
            sum += choose(Math.max(0, recency - 1), Math.max(0, purchases - 1)) * Math.exp(logLikelihoods[0] ?? 0)
          }
        }
        expect(sum).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('an endless horizon with discount', () => {
  it('is where ever longer horizons lead', () => {
    const rate = fc.double({ min: 0.1, max: 0.5, noNaN: true })
    const slow = fc.double({ min: 3, max: 20, noNaN: true })
    const modest = fc.double({ min: 0.3, max: 8, noNaN: true })
    fc.assert(
      fc.property(modest, slow, modest, modest, stages, history, rate, (r, alpha, a, b, k, row, discountRate) => {
        const few = { ...row, purchases: Math.min(row.purchases, 8) }
        for (const model of [
          { model: 'mbg-cnbd-k', k: Math.min(k, 3), r, alpha, a, b },
          { model: 'pareto-nbd', r, alpha, s: a, beta: b },
        ] as const) {
          const of = (horizon: number): number =>
            conditionalPurchases(model, purchaseHistories([few]), { horizon, discountRate })[0] ?? 0
          const [endless, long] = [of(Infinity), of(30 / discountRate)]
          expect(Math.abs(endless - long)).toBeLessThan(1e-4 * endless + 1e-12)
        }
      }),
      { numRuns: 20 },
    )
  })
})

/** Largest difference between numerical and analytic slopes by the logarithms of the parameters. */
function worstSlope(family: (parameters: readonly number[]) => HistoryKernel, parameters: readonly number[]): number {
  const out = new Float64Array(8)
  const valueAt = (at: readonly number[]): number => {
    family(at)(0, out)
    return out[0] ?? 0
  }
  const scale = 1 + Math.abs(valueAt(parameters))
  const analytic = out.slice(2)
  const step = 1e-5
  const errors = parameters.map((parameter, j) => {
    const moved = (factor: number): number[] => parameters.map((value, i) => (i === j ? value * factor : value))
    const slope = (valueAt(moved(Math.exp(step))) - valueAt(moved(Math.exp(-step)))) / (2 * step)
    return Math.abs(slope - (analytic[j] ?? 0) * parameter) / scale
  })
  return Math.max(...errors)
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}
