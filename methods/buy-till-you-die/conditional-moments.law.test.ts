import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionalMoments } from './conditional-moments.ts'
import { conditionalPurchases } from './conditional-purchases.ts'
import { purchaseHistories } from './purchase-histories.ts'
import type { PurchaseParameters } from './purchase-parameters.ts'
import { purchaseProbability } from './purchase-probability.ts'

const shape = fc.double({ min: 0.2, max: 3, noNaN: true })
const scale = fc.double({ min: 4, max: 40, noNaN: true })
const k = fc.integer({ min: 1, max: 3 })
const parameters: fc.Arbitrary<PurchaseParameters> = fc.oneof(
  fc.record({ model: fc.constant('nbd' as const), k, r: shape, alpha: scale }),
  fc.record({ model: fc.constant('pareto-nbd' as const), r: shape, alpha: scale, s: shape, beta: scale }),
  fc.record({
    model: fc.constantFrom('bg-cnbd-k' as const, 'mbg-cnbd-k' as const),
    k,
    r: shape,
    alpha: scale,
    a: shape,
    b: shape,
  }),
  fc.record({ model: fc.constant('bg-bb' as const), alpha: shape, beta: shape, gamma: shape, delta: shape }),
)

describe('conditionalMoments', () => {
  it('of a new customer are those of the probabilities', () => {
    fc.assert(
      fc.property(parameters, fc.integer({ min: 1, max: 6 }), (model, horizon) => {
        const { some, mean, square } = conditionalMoments(
          model,
          purchaseHistories([{ purchases: 0, recency: 0, age: 0 }]),
          horizon,
        )
        const most = model.model === 'bg-bb' ? horizon : 100
        const expected = [0, 0, 0]
        for (let purchases = 1; purchases <= most; purchases++) {
          const probability = purchaseProbability(model, { purchases, horizon })
          ;[1, purchases, purchases * purchases].forEach((value, i) => {
            expected[i] = (expected[i] ?? 0) + probability * value
          })
        }
        expect(some[0]).toBeCloseTo(expected[0] ?? 0, 6)
        expect(mean[0]).toBeCloseTo(expected[1] ?? 0, 5)
        expect(square[0]).toBeCloseTo(expected[2] ?? 0, 3)
      }),
    )
  })

  it('have the mean of the forecast, a chance between 0 and 1, a variance not below 0', () => {
    const row = fc.record({
      purchases: fc.integer({ min: 1, max: 20 }),
      recency: fc.integer({ min: 20, max: 30 }),
      age: fc.integer({ min: 30, max: 60 }),
    })
    fc.assert(
      fc.property(parameters, row, fc.integer({ min: 0, max: 100 }), (model, history, horizon) => {
        const histories = purchaseHistories([history])
        const { some, mean, square } = conditionalMoments(model, histories, horizon)
        const [forecast = 0] = conditionalPurchases(model, histories, { horizon })
        expect(Math.abs((mean[0] ?? 0) - forecast)).toBeLessThan(1e-9 * (1 + forecast))
        expect(some[0]).toBeGreaterThanOrEqual(0)
        expect(some[0]).toBeLessThanOrEqual(Math.min(1, forecast) + 1e-9)
        expect((square[0] ?? 0) - forecast ** 2).toBeGreaterThanOrEqual(-1e-9 * (1 + forecast ** 2))
      }),
    )
  })
})
