import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logHypergeometric } from '../special-functions/log-hypergeometric.ts'
import { logDiffExp } from '../special-functions/log-diff-exp.ts'
import { logRisingFactorial } from '../special-functions/log-rising-factorial.ts'
import { conditionalPurchases } from './conditional-purchases.ts'
import { customerLikelihoods } from './customer-likelihoods.ts'
import { expectedPurchases } from './expected-purchases.ts'
import { groupHistories } from './group-histories.ts'
import { type PurchaseHistories, type PurchaseHistory, purchaseHistories } from './purchase-histories.ts'
import type { ParetoNbdParameters, PurchaseParameters } from './purchase-parameters.ts'
import { purchaseProbability } from './purchase-probability.ts'
import { spreadGroups } from './spread-groups.ts'

const shape = fc.double({ min: 0.05, max: 8, noNaN: true })
const scale = fc.double({ min: 0.3, max: 60, noNaN: true })
const k = fc.integer({ min: 1, max: 4 })

const nbd = fc.record({ model: fc.constant('nbd' as const), k, r: shape, alpha: scale })
const paretoNbd = fc.record({
  model: fc.constant('pareto-nbd' as const),
  r: shape,
  alpha: scale,
  s: shape,
  beta: scale,
})
const geometric = fc.record({
  model: fc.constantFrom('bg-cnbd-k' as const, 'mbg-cnbd-k' as const),
  k,
  r: shape,
  alpha: scale,
  a: shape,
  b: shape,
})
const parameters: fc.Arbitrary<PurchaseParameters> = fc.oneof(nbd, paretoNbd, geometric)

const history: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.double({ min: 0.5, max: 30, noNaN: true }),
    fc.double({ min: 0, max: 30, noNaN: true }),
  )
  .map(([purchases, last, silence]) => ({
    purchases,
    recency: purchases === 0 ? 0 : last,
    age: (purchases === 0 ? 0 : last) + silence,
  }))

const of = (...rows: PurchaseHistory[]): PurchaseHistories => purchaseHistories(rows)
const logLikelihoodOf = (model: PurchaseParameters, row: PurchaseHistory): number =>
  customerLikelihoods(model, of(row)).logLikelihoods[0] ?? Number.NaN
const aliveOf = (model: PurchaseParameters, row: PurchaseHistory): number =>
  customerLikelihoods(model, of(row)).aliveProbabilities[0] ?? Number.NaN

describe('likelihoods', () => {
  it('of a customer without a repeat purchase is the probability of none', () => {
    fc.assert(
      fc.property(parameters, fc.double({ min: 0.01, max: 100, noNaN: true }), (model, age) => {
        const likelihood = Math.exp(logLikelihoodOf(model, { purchases: 0, recency: 0, age }))
        expect(likelihood).toBeCloseTo(purchaseProbability(model, { purchases: 0, horizon: age }), 8)
      }),
    )
  })

  it('of the Pareto/NBD agree with the closed form of Schmittlein, Morrison and Colombo', () => {
    fc.assert(
      fc.property(paretoNbd, history, (model, row) => {
        expect(logLikelihoodOf(model, row)).toBeCloseTo(closedForm(model, row), 5)
      }),
    )
  })

  it('change by x · log(factor) when the unit of time does', () => {
    fc.assert(
      fc.property(parameters, history, fc.double({ min: 0.1, max: 50, noNaN: true }), (model, row, factor) => {
        const slower = { ...row, recency: row.recency * factor, age: row.age * factor }
        const stages = row.purchases * ('k' in model ? model.k : 1)
        const expected = logLikelihoodOf(model, row) - stages * Math.log(factor)
        expect(logLikelihoodOf(inUnit(model, factor), slower)).toBeCloseTo(expected, 6)
      }),
    )
  })

  it('do not depend on grouping', () => {
    fc.assert(
      fc.property(parameters, fc.array(history, { minLength: 1, maxLength: 8 }), (model, rows) => {
        const all = of(...rows, ...rows)
        const grouped = groupHistories(all)
        const alive = customerLikelihoods(model, grouped).aliveProbabilities
        expect(grouped.counts.reduce((sum, count) => sum + count, 0)).toBe(2 * rows.length)
        expect(spreadGroups(alive, grouped.groups)).toEqual(customerLikelihoods(model, all).aliveProbabilities)
      }),
    )
  })
})

describe('P(alive)', () => {
  it('is a probability and falls with silence', () => {
    fc.assert(
      fc.property(parameters, history, fc.double({ min: 0, max: 50, noNaN: true }), (model, row, longer) => {
        const now = aliveOf(model, row)
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(1)
        expect(aliveOf(model, { ...row, age: row.age + longer })).toBeLessThanOrEqual(now + 1e-12)
      }),
    )
  })
})

describe('expectations', () => {
  it('rise with the horizon, fall with the discount and stay finite', () => {
    const rate = fc.double({ min: 1e-4, max: 0.05, noNaN: true })
    fc.assert(
      fc.property(
        parameters,
        history,
        fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10),
        rate,
        (model, row, horizon, discountRate) => {
          const [near = -1] = conditionalPurchases(model, of(row), { horizon })
          const [far = -1] = conditionalPurchases(model, of(row), { horizon: horizon + 10 })
          const [discounted = -1] = conditionalPurchases(model, of(row), { horizon, discountRate })
          expect(near).toBeGreaterThanOrEqual(0)
          expect(far).toBeGreaterThanOrEqual(near)
          expect(far).toBeLessThan(1e6)
          expect(discounted).toBeLessThanOrEqual(near * (1 + 1e-9))
          expect(discounted).toBeGreaterThanOrEqual(near * Math.exp(-discountRate * horizon) * (1 - 1e-6))
        },
      ),
    )
  })

  it('of a new customer are the mean of the probabilities, which add up to 1', () => {
    fc.assert(
      fc.property(parameters, fc.double({ min: 0.1, max: 5, noNaN: true }), (drawn, horizon) => {
        const model = { ...drawn, r: Math.min(drawn.model === 'bg-bb' ? 1 : drawn.r, 3), alpha: drawn.alpha + 5 }
        let sum = 0
        let mean = 0
        for (let purchases = 0; purchases < 120; purchases++) {
          const probability = purchaseProbability(model, { purchases, horizon })
          sum += probability
          mean += purchases * probability
        }
        expect(sum).toBeCloseTo(1, 7)
        expect(mean).toBeCloseTo(expectedPurchases(model, horizon), 6)
      }),
      { numRuns: 50 },
    )
  })
})

describe('impossible histories', () => {
  it.each([
    [{ purchases: 1, recency: 3, age: 2 }, 'recency[0] must not exceed age[0] 2, got 3'],
    [{ purchases: 1.5, recency: 1, age: 2 }, 'purchases[0] must be a whole number, got 1.5'],
    [{ purchases: 0, recency: 1, age: 2 }, 'recency[0] must be above 0 exactly where purchases are, got 1 with 0'],
    [{ purchases: 0, recency: 0, age: -2 }, 'age[0] must be a finite number not below 0, got -2'],
  ])('%o are refused', (row) => {
    expect(() => groupHistories(of(row))).toThrow(RangeError)
  })
})

function inUnit(model: PurchaseParameters, factor: number): PurchaseParameters {
  if (model.model === 'bg-bb') return model
  if (model.model === 'pareto-nbd') return { ...model, alpha: model.alpha * factor, beta: model.beta * factor }
  return { ...model, alpha: model.alpha * factor }
}

/** Schmittlein, Morrison and Colombo 1987 as Fader and Hardie write it: a difference of two Gauss functions. */
function closedForm({ r, alpha, s, beta }: ParetoNbdParameters, { purchases, recency, age }: PurchaseHistory): number {
  const near = Math.min(alpha, beta)
  const far = Math.max(alpha, beta)
  const c = r + s + purchases + 1
  const b = alpha >= beta ? s + 1 : r + purchases
  const at = (time: number): number =>
    logHypergeometric((far - near) / (far + time), { a: c - 1, b, c }) - (c - 1) * Math.log(far + time)
  const front = logRisingFactorial(r, purchases) + r * Math.log(alpha) + s * Math.log(beta)
  const logAlive = -(r + purchases) * Math.log(alpha + age) - s * Math.log(beta + age)
  if (age === recency) return front + logAlive
  const logGone = Math.log(s / (c - 1)) + logDiffExp(at(recency), Math.min(at(recency), at(age)))
  const larger = Math.max(logAlive, logGone)
  return front + larger + Math.log(Math.exp(logAlive - larger) + Math.exp(logGone - larger))
}
