import { describe, expect, it } from 'vitest'
import { sampleBeta } from '../simulation/sample-beta.ts'
import { sampleExponential } from '../simulation/sample-exponential.ts'
import { sampleGamma } from '../simulation/sample-gamma.ts'
import { type RandomSource, seededRandom } from '../simulation/seeded-random.ts'
import { conditionalPurchases } from './conditional-purchases.ts'
import { customerLikelihoods } from './customer-likelihoods.ts'
import { fitBetaBinomial } from './fit-beta-binomial.ts'
import { fitBetaGeometric } from './fit-beta-geometric.ts'
import { fitNbd } from './fit-nbd.ts'
import { fitParetoNbd } from './fit-pareto-nbd.ts'
import { type GroupedHistories, groupHistories } from './group-histories.ts'
import { type PurchaseHistory, purchaseHistories } from './purchase-histories.ts'
import { summarizePurchases } from './summarize-purchases.ts'

describe('stability', () => {
  it.each([
    [{ purchases: 0, recency: 0, age: 40 }, -0.59947382],
    [{ purchases: 200, recency: 38, age: 40 }, 100.7957],
  ])('BG/NBD log-likelihood of %o', (row, expected) => {
    const model = { model: 'bg-nbd', k: 1, r: 0.25, alpha: 4, a: 0.8, b: 2.5 } as const
    expect(customerLikelihoods(model, purchaseHistories([row])).logLikelihoods[0]).toBeCloseTo(expected, 4)
  })

  // Computed with 40 digits.
  it.each([
    [0, 0, -7.0001344288203],
    [1, 30, -96.2481736796489],
    [400, 30, 584.2564917557359],
    [450, 30, 717.8048133827505],
    [500, 30, 856.8108060538747],
  ])('Pareto/NBD with %i purchases', (purchases, recency, expected) => {
    const model = { model: 'pareto-nbd', r: 10.465, alpha: 0.00798565, s: 3.0516, beta: 2.82 } as const
    const histories = purchaseHistories([{ purchases, recency, age: 40 }])
    expect(customerLikelihoods(model, histories).logLikelihoods[0]).toBeCloseTo(expected, 9)
    expect(conditionalPurchases(model, histories, { horizon: 52 })[0]).toBeLessThan(1000)
  })

  it('where the usual formulas divide by zero', () => {
    const histories = purchaseHistories([{ purchases: 3, recency: 9, age: 12 }])
    const around = [1 - 1e-6, 1, 1 + 1e-6].map((one) => ({
      pareto: conditionalPurchases({ model: 'pareto-nbd', r: 2, alpha: 5, s: one, beta: 7 }, histories, {
        horizon: 20,
      })[0],
      bg: conditionalPurchases({ model: 'bg-nbd', k: 1, r: 2, alpha: 5, a: one, b: 3 }, histories, { horizon: 20 })[0],
    }))
    expect(around[1]?.pareto).toBeCloseTo(((around[0]?.pareto ?? 0) + (around[2]?.pareto ?? 0)) / 2, 9)
    expect(around[1]?.bg).toBeCloseTo(((around[0]?.bg ?? 0) + (around[2]?.bg ?? 0)) / 2, 9)
  })
})

describe('simulated customers give their parameters back within three standard errors', () => {
  it('BG/NBD', () => {
    const fit = fitBetaGeometric(simulate({ k: 1, atStart: false }), { model: 'bg-nbd' })
    expect(fit.verdict).toBe('converged')
    expectNear(fit, { r: 0.8, alpha: 6, a: 1, b: 3 })
  })

  it('MBG/CNBD-k, whose k is found', () => {
    const fit = fitBetaGeometric(simulate({ k: 3, atStart: true }), { model: 'mbg-cnbd-k' })
    expect(fit).toMatchObject({ verdict: 'converged', parameters: { k: 3 } })
    expectNear(fit, { r: 0.8, alpha: 6, a: 1, b: 3 })
  })

  it('Pareto/NBD', () => {
    const fit = fitParetoNbd(simulatePareto())
    expect(fit.verdict).toBe('converged')
    expectNear(fit, { r: 0.8, alpha: 6, s: 0.7, beta: 10 })
  })
})

describe('verdicts', () => {
  it('nobody leaves: the NBD is used', () => {
    const random = seededRandom(5)
    const rows = Array.from({ length: 400 }, () => {
      const rate = sampleGamma(random, { shape: 2, rate: 8 })
      return historyOf(
        purchasesUntil(40, () => sampleExponential(random, rate)),
        40,
      )
    })
    const histories = groupHistories(purchaseHistories(rows))
    for (const fit of [fitParetoNbd(histories), fitBetaGeometric(histories, { model: 'bg-nbd' })]) {
      expect(fit.verdict).toBe('noAttritionDetectable')
      expect(fit.predictWith).toEqual(fitNbd(histories).parameters)
      expect(fit.logLikelihood).toBeGreaterThan((fit.logLikelihoodWithoutAttrition ?? 0) - 1e-3)
    }
  })

  it.each([
    ['no customer', []],
    ['one customer', [{ purchases: 3, recency: 4, age: 5, logGaps: 0 }]],
    [
      'only first purchases',
      Array.from({ length: 500 }, (_, i) => ({ purchases: 0, recency: 0, age: i % 30, logGaps: 0 })),
    ],
    ['all on the last day', Array.from({ length: 500 }, () => ({ purchases: 0, recency: 0, age: 0, logGaps: 0 }))],
  ])('%s: too few repeaters', (_, rows) => {
    const histories = groupHistories(purchaseHistories(rows))
    for (const fit of [
      fitNbd(histories),
      fitParetoNbd(histories),
      fitBetaGeometric(histories, { model: 'mbg-cnbd-k' }),
      fitBetaBinomial(histories),
    ]) {
      expect(fit).toMatchObject({ verdict: 'tooFewRepeaters', parameters: null, logLikelihood: null })
    }
  })

  it('customers all alike: the spread of rates is not identified', () => {
    const rows = Array.from({ length: 300 }, () => ({ purchases: 10, recency: 30, age: 33 }))
    const histories = groupHistories(purchaseHistories(rows))
    for (const fit of [fitNbd(histories), fitParetoNbd(histories), fitBetaGeometric(histories, { model: 'bg-nbd' })]) {
      expect(fit.verdict).not.toBe('converged')
      expect(Number.isFinite(fit.logLikelihood)).toBe(true)
      const forecast = conditionalPurchases(fit.predictWith ?? { model: 'nbd', k: 1, r: 1, alpha: 1 }, histories, {
        horizon: 33,
      })
      expect(forecast[0]).toBeGreaterThan(5)
      expect(forecast[0]).toBeLessThan(15)
    }
  })

  it('regular timing without the times between purchases is refused', () => {
    const rows = Array.from({ length: 30 }, () => ({ purchases: 10, recency: 30, age: 33 }))
    expect(() => fitBetaGeometric(groupHistories(purchaseHistories(rows)), { model: 'bg-cnbd-k', k: 2 })).toThrow(
      'k must be 1',
    )
  })
})

function expectNear(
  fit: { parameters: object | null; standardErrors: Readonly<Record<string, number>> | null },
  truth: Readonly<Record<string, number>>,
): void {
  const found = new Map<string, unknown>(Object.entries(fit.parameters ?? {}))
  for (const [name, value] of Object.entries(truth)) {
    const error = fit.standardErrors?.[name] ?? Number.NaN
    expect(Math.abs((Number(found.get(name)) - value) / error)).toBeLessThan(3)
  }
}

/** 4,000 customers seen for 30 to 60 weeks: r .8, alpha 6, a 1, b 3. */
function simulate({ k, atStart }: { k: number; atStart: boolean }): GroupedHistories {
  const random = seededRandom(11)
  const rows = Array.from({ length: 4000 }, () => {
    const until = 30 + 30 * random()
    const rate = sampleGamma(random, { shape: 0.8, rate: 6 })
    const leaving = sampleBeta(random, { a: 1, b: 3 })
    if (atStart && random() < leaving) return historyOf([0], until)
    const gap = (): number => sampleGamma(random, { shape: k, rate })
    return historyOf(
      purchasesUntil(until, gap, () => random() < leaving),
      until,
    )
  })
  return groupHistories(purchaseHistories(rows))
}

/** 4,000 customers seen for 30 to 60 weeks: r .8, alpha 6, s .7, beta 10. */
function simulatePareto(): GroupedHistories {
  const random: RandomSource = seededRandom(12)
  const rows = Array.from({ length: 4000 }, () => {
    const until = 30 + 30 * random()
    const rate = sampleGamma(random, { shape: 0.8, rate: 6 })
    const end = sampleExponential(random, sampleGamma(random, { shape: 0.7, rate: 10 }))
    return historyOf(
      purchasesUntil(Math.min(until, end), () => sampleExponential(random, rate)),
      until,
    )
  })
  return groupHistories(purchaseHistories(rows))
}

function purchasesUntil(until: number, gap: () => number, leaves: () => boolean = () => false): number[] {
  const times = [0]
  for (let time = gap(); time < until; time += gap()) {
    times.push(time)
    if (leaves()) break
  }
  return times
}

function historyOf(times: number[], until: number): PurchaseHistory {
  return summarizePurchases(times, { until }) ?? { purchases: 0, recency: 0, age: until, logGaps: 0 }
}
