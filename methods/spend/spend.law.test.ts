import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedSpend } from './expected-spend.ts'
import { gammaGammaLikelihood } from './gamma-gamma-likelihood.ts'

const parameters = fc.record({
  p: fc.double({ min: 0.2, max: 20, noNaN: true }),
  q: fc.double({ min: 1.1, max: 20, noNaN: true }),
  gamma: fc.double({ min: 0.1, max: 500, noNaN: true }),
})
const amount = fc.double({ min: 0.01, max: 10_000, noNaN: true })
const count = fc.integer({ min: 1, max: 200 })

describe('expectedSpend', () => {
  it('lies between the mean of the customer and that of all', () => {
    fc.assert(
      fc.property(parameters, amount, count, ({ p, q, gamma }, mean, transactions) => {
        const spend = { transactions: Float64Array.of(transactions, 0), meanSpend: Float64Array.of(mean, 0) }
        const [own = 0, ofAll = 0] = expectedSpend({ p, q, gamma }, spend)
        expect(own).toBeGreaterThanOrEqual(Math.min(mean, ofAll) * (1 - 1e-12))
        expect(own).toBeLessThanOrEqual(Math.max(mean, ofAll) * (1 + 1e-12))
      }),
    )
  })
})

describe('gammaGammaLikelihood', () => {
  it('has the derivatives that it says, and moves by a logarithm when the currency changes', () => {
    const rows = fc.array(fc.tuple(count, amount), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(parameters, rows, ({ p, q, gamma }, drawn) => {
        const transactions = Float64Array.from(drawn, ([times]) => times)
        const meanSpend = Float64Array.from(drawn, ([, mean]) => mean)
        const likelihood = gammaGammaLikelihood({ transactions, meanSpend })
        const gradient = new Float64Array(3)
        const value = likelihood(Float64Array.of(p, q, gamma), gradient)
        const ignored = new Float64Array(3)
        for (const j of [0, 1, 2]) {
          const at = (factor: number): number =>
            likelihood(
              [p, q, gamma].reduce((all, own, i) => all.fill(i === j ? own * factor : own, i), new Float64Array(3)),
              ignored,
            )
          const slope = (at(1 + 1e-5) - at(1 - 1e-5)) / 2e-5
          const analytic = (gradient[j] ?? 0) * ([p, q, gamma][j] ?? 0)
          expect(Math.abs(slope - analytic)).toBeLessThan(1e-4 * Math.max(1, Math.abs(value), Math.abs(slope)))
        }

        const abroad = gammaGammaLikelihood({ transactions, meanSpend: meanSpend.map((mean) => mean * 7) })
        const moved = abroad(Float64Array.of(p, q, gamma * 7), ignored)
        expect(Math.abs(moved - (value - drawn.length * Math.log(7)))).toBeLessThan(1e-8 * Math.max(1, Math.abs(value)))
      }),
    )
  })
})
