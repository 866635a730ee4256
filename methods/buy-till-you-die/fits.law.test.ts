import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionalPurchases } from './conditional-purchases.ts'
import { customerLikelihoods } from './customer-likelihoods.ts'
import { fitPurchaseModel } from './fit-purchase-model.ts'
import { type GroupedHistories, groupHistories } from './group-histories.ts'
import { type PurchaseHistory, purchaseHistories } from './purchase-histories.ts'
import type { PurchaseParameters } from './purchase-parameters.ts'

// Whatever the data, a fit ends with a verdict, and what it predicts with gives numbers.

const history: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 700 }))
  .map(([purchases, between, silence]) => {
    const days = purchases === 0 ? 0 : purchases + between
    const recency = days / 7
    return {
      purchases,
      recency,
      age: recency + silence / 7,
      logGaps: purchases * Math.log(recency / Math.max(1, purchases) || 1),
    }
  })
const few = history.map((row) => (row.purchases > 6 ? { ...row, purchases: 0, recency: 0, logGaps: 0 } : row))
const portfolio = fc.oneof(
  fc.array(history, { minLength: 12, maxLength: 40 }),
  fc.array(few, { minLength: 12, maxLength: 60 }),
  fc.tuple(history, fc.integer({ min: 12, max: 40 })).map(([row, count]) => Array.from({ length: count }, () => row)),
)

const models = ['nbd', 'pareto-nbd', 'bg-nbd', 'mbg-cnbd-k'] as const

describe('fits of arbitrary customers', () => {
  it.each(models)('%s', (model) => {
    fc.assert(
      fc.property(portfolio, (rows) => expectSound(model, groupHistories(purchaseHistories(rows)))),
      { numRuns: 10, endOnFailure: true },
    )
  })

  it('bg-bb', () => {
    const row = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 }))
      .map(([purchases, between, after]) => {
        const recency = purchases === 0 ? 0 : purchases + between
        return { purchases, recency, age: recency + after }
      })
    fc.assert(
      fc.property(fc.array(row, { minLength: 12, maxLength: 40 }), (rows) =>
        expectSound('bg-bb', groupHistories(purchaseHistories(rows))),
      ),
      { numRuns: 10, endOnFailure: true },
    )
  })
})

function expectSound(model: PurchaseParameters['model'], histories: GroupedHistories): void {
  const fit = fitPurchaseModel(model, histories)
  expect(fit.model).toBe(model)
  if (fit.verdict === 'tooFewRepeaters') return
  expect(Number.isFinite(fit.logLikelihood)).toBe(true)
  expect(Object.values(fit.standardErrors ?? {}).every(Number.isFinite)).toBe(true)
  const without = fit.logLikelihoodWithoutAttrition
  expect(fit.logLikelihood).toBeGreaterThan((without ?? -Infinity) - 1)
  if (fit.predictWith === null) return
  const { aliveProbabilities } = customerLikelihoods(fit.predictWith, histories)
  const bought = conditionalPurchases(fit.predictWith, histories, { horizon: 52 })
  expect(aliveProbabilities.every((value) => value >= 0 && value <= 1)).toBe(true)
  expect(bought.every((value) => value >= 0 && value < 1e5)).toBe(true)
}
