import { describe, expect, it } from 'vitest'
import { customerLikelihoods } from '../buy-till-you-die/customer-likelihoods.ts'
import { fitParetoNbd } from '../buy-till-you-die/fit-pareto-nbd.ts'
import { groupHistories } from '../buy-till-you-die/group-histories.ts'
import { purchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import { summarizePurchases } from '../buy-till-you-die/summarize-purchases.ts'
import { sampleExponential } from '../simulation/sample-exponential.ts'
import { sampleGamma } from '../simulation/sample-gamma.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { evaluateByCovariates } from './covariate-parameters.ts'
import { fitParetoNbdCovariates } from './fit-pareto-nbd-covariates.ts'

// r 1, alpha 6, s .8, beta 15; channel raises the purchase rate by .7 and the risk of leaving by −.5, region (0, 1, 2)
// the purchase rate by .2 a step.
const random = seededRandom(77)
const channel = Float64Array.from({ length: 3000 }, () => Number(random() < 0.4))
const region = channel.map(() => Math.floor(random() * 3))
const rows = Array.from(channel, (online, i) => {
  const until = 40 + 10 * Math.floor(random() * 3)
  const rate = sampleGamma(random, { shape: 1, rate: 6 }) * Math.exp(0.7 * online + 0.2 * (region[i] ?? 0))
  const risk = sampleGamma(random, { shape: 0.8, rate: 15 }) * Math.exp(-0.5 * online)
  const end = Math.min(until, sampleExponential(random, risk))
  const times = [0]
  for (let time = sampleExponential(random, rate); time < end; time += sampleExponential(random, rate)) times.push(time)
  return summarizePurchases(times, { until }) ?? { purchases: 0, recency: 0, age: until }
})
const histories = purchaseHistories(rows)
const covariates = { transaction: [channel, region], lifetime: [channel] }

describe('fitParetoNbdCovariates', () => {
  const fit = fitParetoNbdCovariates({ histories, covariates })
  const { transaction, lifetime } = fit.parameters ?? {
    transaction: new Float64Array(2),
    lifetime: new Float64Array(1),
  }

  it('gives the effects back within three standard errors', () => {
    expect(fit.verdict).toBe('converged')
    expect(Math.abs((transaction[0] ?? 0) - 0.7) / (fit.standardErrors?.transaction[0] ?? 0)).toBeLessThan(3)
    expect(Math.abs((transaction[1] ?? 0) - 0.2) / (fit.standardErrors?.transaction[1] ?? 0)).toBeLessThan(3)
    expect(Math.abs((lifetime[0] ?? 0) + 0.5) / (fit.standardErrors?.lifetime[0] ?? 0)).toBeLessThan(3)
    expect((fit.parameters?.alpha ?? 0) / 6).toBeCloseTo(1, 0)
  })

  it('gains likelihood, and its parts add up to it', () => {
    expect((fit.logLikelihood ?? 0) - (fit.logLikelihoodWithoutCovariates ?? 0)).toBeGreaterThan(50)
    const parameters = fit.parameters ?? { r: 1, alpha: 1, s: 1, beta: 1, transaction, lifetime }
    const each = evaluateByCovariates(
      parameters,
      { histories, covariates },
      (model, cell) => customerLikelihoods(model, cell).logLikelihoods,
    )
    expect(each.reduce((sum, value) => sum + value, 0)).toBeCloseTo(fit.logLikelihood ?? 0, 5)
  })

  it('without covariates is the Pareto/NBD', () => {
    const plain = fitParetoNbdCovariates({ histories, covariates: { transaction: [], lifetime: [] } })
    const usual = fitParetoNbd(groupHistories(histories))
    expect(plain.logLikelihood).toBeCloseTo(usual.logLikelihood ?? 0, 5)
    expect(plain.parameters?.alpha).toBeCloseTo(usual.parameters?.alpha ?? 0, 2)
  })

  it('a covariate given twice is not identified', () => {
    const twice = { transaction: [channel, channel], lifetime: [] }
    expect(fitParetoNbdCovariates({ histories, covariates: twice }).verdict).toBe('notIdentified')
  })
})
