import { describe, expect, it } from 'vitest'
import { fitParetoNbd } from '../buy-till-you-die/fit-pareto-nbd.ts'
import { groupHistories } from '../buy-till-you-die/group-histories.ts'
import { purchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import { sampleExponential } from '../simulation/sample-exponential.ts'
import { sampleGamma } from '../simulation/sample-gamma.ts'
import { samplePoisson } from '../simulation/sample-poisson.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { fitGammaGamma } from './fit-gamma-gamma.ts'
import { lifetimeValues } from './lifetime-values.ts'
import { outcomeLimits } from './outcome-limits.ts'
import type { SpendHistories } from './spend-histories.ts'

describe('fitGammaGamma', () => {
  it('simulated spend gives its parameters back within three standard errors', () => {
    const fit = fitGammaGamma(simulatedSpend(3000))
    expect(fit.verdict).toBe('converged')
    const truth = { p: 6, q: 4, gamma: 15 }
    for (const name of ['p', 'q', 'gamma'] as const) {
      const error = fit.standardErrors?.[name] ?? Number.NaN
      expect(Math.abs((fit.parameters?.[name] ?? 0) - truth[name]) / error).toBeLessThan(3)
    }
  })

  it('of many customers, begun on a sample, ends where the whole search ends', () => {
    const spend = simulatedSpend(25_000)
    const reordered = { transactions: spend.transactions.toReversed(), meanSpend: spend.meanSpend.toReversed() }
    const [one, other] = [fitGammaGamma(spend), fitGammaGamma(reordered)]
    expect(one.logLikelihood).toBeCloseTo(other.logLikelihood ?? 0, 4)
    expect(one.parameters?.p).toBeCloseTo(other.parameters?.p ?? 0, 4)
  })

  it('the same spend always and everywhere: not identified, never a crash', () => {
    const fit = fitGammaGamma({ transactions: new Float64Array(50).fill(3), meanSpend: new Float64Array(50).fill(20) })
    expect(fit.verdict).not.toBe('converged')
    expect(Number.isFinite(fit.logLikelihood)).toBe(true)
  })

  it('leaves out customers of no or negative spend, and counts them', () => {
    const spend = simulatedSpend(200)
    const meanSpend = spend.meanSpend.map((mean, i) => (i < 5 ? -mean : mean))
    expect(fitGammaGamma({ ...spend, meanSpend })).toMatchObject({ customers: 195, excluded: 5 })
  })

  it.each([0, 1, 9])('%i customers are too few', (count) => {
    expect(fitGammaGamma(simulatedSpend(count))).toMatchObject({ verdict: 'tooFewCustomers', parameters: null })
  })
})

describe('lifetimeValues', () => {
  const random = seededRandom(9)
  const rows = Array.from({ length: 600 }, () => {
    const purchases = samplePoisson(random, sampleGamma(random, { shape: 0.7, rate: 0.2 }))
    const age = 20 + 20 * random()
    return { purchases, recency: purchases === 0 ? 0 : age * random() ** (1 / purchases), age }
  })
  const histories = groupHistories(purchaseHistories(rows))
  const fit = fitParetoNbd(histories)
  const parameters = fit.predictWith ?? { model: 'nbd', k: 1, r: 1, alpha: 1 }
  const spend = simulatedSpend(600)
  const spendFit = fitGammaGamma(spend)
  const model = {
    purchases: { parameters, logCovariance: fit.predictCovariance },
    spend: { parameters: spendFit.parameters ?? { p: 1, q: 2, gamma: 1 }, logCovariance: spendFit.logCovariance },
  }
  const terms = { horizon: 52, unitsPerYear: 52, yearlyDiscount: 0.1, margin: 0.3 }

  it('lie within their limits', () => {
    const { values, lower, upper } = lifetimeValues(model, { histories, spend }, terms)
    values.forEach((value, i) => {
      expect(value).toBeGreaterThan(0)
      expect(lower?.[i]).toBeLessThan(value)
      expect(upper?.[i]).toBeGreaterThan(value)
      expect(upper?.[i]).toBeLessThan(Infinity)
    })
  })

  it('are proportional to the margin, fall with the discount, rise with the horizon', () => {
    const valueOf = (change: Partial<typeof terms>): Float64Array =>
      lifetimeValues(model, { histories, spend }, { ...terms, ...change }).values
    const base = valueOf({})
    const [double, dear, long] = [valueOf({ margin: 0.6 }), valueOf({ yearlyDiscount: 0.5 }), valueOf({ horizon: 104 })]
    base.forEach((value, i) => {
      expect((double[i] ?? 0) / value).toBeCloseTo(2, 9)
      expect(dear[i]).toBeLessThan(value)
      expect(long[i]).toBeGreaterThan(value)
    })
  })

  it('have no limits where the information is singular', () => {
    const unknown = { ...model, spend: { ...model.spend, logCovariance: null } }
    expect(lifetimeValues(unknown, { histories, spend }, terms)).toMatchObject({ lower: null, upper: null })
  })

  it('have limits that close as the level falls to 0', () => {
    const { values, upper } = lifetimeValues(model, { histories, spend }, { ...terms, level: 0 })
    expect(upper).toEqual(values)
  })
})

describe('outcomeLimits', () => {
  it('hold what simulated customers do as often as they say', () => {
    const random = seededRandom(41)
    const truth = {
      purchases: { parameters: { model: 'pareto-nbd', r: 0.8, alpha: 6, s: 0.7, beta: 10 } },
      spend: { parameters: { p: 6, q: 4, gamma: 15 } },
    } as const
    const rows = Array.from({ length: 4000 }, () => simulatedCustomer(random))
    const customers = {
      histories: groupHistories(purchaseHistories(rows.map(({ history }) => history))),
      spend: {
        transactions: Float64Array.from(rows, ({ spends }) => spends.length),
        meanSpend: Float64Array.from(rows, ({ spends }) => spends.reduce((sum, each) => sum + each / spends.length, 0)),
      },
    }
    const { lower, upper, someProbability } = outcomeLimits(truth, customers, {
      horizon: 30,
      unitsPerYear: 52,
      level: 0.8,
    })
    const buyers = rows.filter(({ future }) => future > 0).length
    expect(buyers / someProbability.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 1)
    const above = rows.filter(({ future }, i) => future > (upper[i] ?? 0)).length / rows.length
    const below = rows.filter(({ future }, i) => future < (lower[i] ?? 0)).length / rows.length
    expect(above).toBeGreaterThan(0.06)
    expect(above).toBeLessThan(0.13)
    // Where the chance of no purchase is above a tenth, nothing can fall below the lower limit of 0.
    expect(below).toBeLessThan(0.1)
  })
})

/** Purchases and spend for 40 weeks, and what is spent in the 30 weeks after. */
function simulatedCustomer(random: () => number) {
  const rate = sampleGamma(random, { shape: 0.8, rate: 6 })
  const end = sampleExponential(random, sampleGamma(random, { shape: 0.7, rate: 10 }))
  const spendRate = sampleGamma(random, { shape: 4, rate: 15 })
  const spend = (): number => sampleGamma(random, { shape: 6, rate: spendRate })
  const times = [0]
  const spends = [spend()]
  let future = 0
  for (let time = sampleExponential(random, rate); time < Math.min(end, 70); time += sampleExponential(random, rate)) {
    if (time > 40) future += spend()
    else {
      times.push(time)
      spends.push(spend())
    }
  }
  return { history: { purchases: times.length - 1, recency: times.at(-1) ?? 0, age: 40 }, spends, future }
}

/** p 6, q 4, gamma 15. */
function simulatedSpend(customers: number): SpendHistories {
  const random = seededRandom(31)
  const transactions = Float64Array.from({ length: customers }, () => 1 + samplePoisson(random, 1.5))
  const meanSpend = transactions.map((count) => {
    const rate = sampleGamma(random, { shape: 4, rate: 15 })
    return sampleGamma(random, { shape: 6 * count, rate: rate * count })
  })
  return { transactions, meanSpend }
}
