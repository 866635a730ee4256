import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { untriedFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import { describe, expect, it } from 'vitest'
import type { Contender, PurchaseModelName } from '../fitting/fit-tasks.ts'
import { chooseModel } from './choose-model.ts'
import { contenderResults } from './contender-results.ts'
import { holdoutOrigins } from './holdout-origins.ts'

function fitOf(model: PurchaseModelName, bic: number): PurchaseFit<PurchaseParameters> {
  const predictWith: PurchaseParameters = { model: 'nbd', k: 1, r: 1, alpha: 1 }
  return { ...untriedFit(model, { customers: 100 }), verdict: 'converged', predictWith, bic }
}

function resultOf(name: Contender, index: number) {
  return { name, index, mae: index / 2, totalError: index / 2 }
}

const fits = [fitOf('nbd', 1000), fitOf('pareto-nbd', 900), fitOf('bg-nbd', 890), fitOf('bg-cnbd-k', 500)]

describe('chooseModel', () => {
  it('takes the likeliest of the models that did as well as any', () => {
    const results = [
      resultOf('nbd', 1),
      resultOf('bg-cnbd-k', 1.03),
      resultOf('pareto-nbd', 1.2),
      resultOf('lastYear', 1.1),
    ]
    expect(chooseModel({ asked: null, results, fits })).toMatchObject({
      grounds: 'backtest',
      baseline: null,
      models: ['bg-cnbd-k', 'nbd', 'pareto-nbd'],
    })
  })

  it('leaves out a likely model that did clearly worse', () => {
    const results = [resultOf('pareto-nbd', 1), resultOf('bg-cnbd-k', 1.06), resultOf('lastYear', 1.1)]
    expect(chooseModel({ asked: null, results, fits }).models[0]).toBe('pareto-nbd')
  })

  it('uses the baseline when the models lose, not when they are as good', () => {
    const against = (index: number) => [resultOf('lastYear', index), resultOf('bg-nbd', 1)]
    expect(chooseModel({ asked: null, results: against(0.94), fits }).baseline).toBe('lastYear')
    expect(chooseModel({ asked: null, results: against(0.96), fits }).baseline).toBeNull()
  })

  it('goes by likelihood without a back-test, and by nothing where nothing fits', () => {
    expect(chooseModel({ asked: null, results: [], fits })).toMatchObject({
      grounds: 'likelihood',
      models: expect.arrayContaining(['nbd']),
    })
    expect(chooseModel({ asked: null, results: [], fits }).models[0]).toBe('bg-cnbd-k')
    expect(chooseModel({ asked: null, results: [], fits: [] })).toMatchObject({
      grounds: 'nothingFits',
      baseline: 'lastYear',
    })
    expect(chooseModel({ asked: 'nbd', results: [resultOf('lastYear', 0)], fits })).toMatchObject({
      models: ['nbd'],
      baseline: null,
    })
  })
})

describe('contenderResults', () => {
  const score = (expected: number, mae: number, actual = 100) => ({
    expected,
    actual,
    mae,
    spearman: null,
    topDecileShare: null,
  })

  it('adds the errors of customers and of the total, over the origins', () => {
    const origins = [
      {
        customers: 50,
        scores: new Map([
          ['nbd', score(110, 1)],
          ['lastYear', score(100, 1.5)],
        ] as const),
      },
      { customers: 50, scores: new Map([['nbd', score(70, 1)]] as const) },
      { customers: 50, scores: new Map([['nbd', score(5, 0.1, 0)]] as const) },
    ]
    // (1 · 50 + 10) / 100 and (1 · 50 + 30) / 100; nobody bought after the third, and one was not scored twice.
    expect(contenderResults(origins)).toEqual([{ name: 'nbd', index: 0.7, mae: 1, totalError: 0.2 }])
  })
})

describe('holdoutOrigins', () => {
  it('judges by the last quarter, from three places in the history', () => {
    expect(holdoutOrigins({ firstDay: 0, lastDay: 799 })).toEqual([
      { calibrateUntil: 599, holdoutUntil: 799 },
      { calibrateUntil: 399, holdoutUntil: 599 },
      { calibrateUntil: 199, holdoutUntil: 399 },
    ])
  })

  it('takes three months at least and a year at most', () => {
    expect(holdoutOrigins({ firstDay: 0, lastDay: 199 })[0]).toEqual({ calibrateUntil: 108, holdoutUntil: 199 })
    expect(holdoutOrigins({ firstDay: 0, lastDay: 3999 })[0]).toEqual({ calibrateUntil: 3634, holdoutUntil: 3999 })
    expect(holdoutOrigins({ firstDay: 0, lastDay: 3999 })).toHaveLength(4)
  })

  it('does not test what has no history, and believes a given day', () => {
    expect(holdoutOrigins({ firstDay: 0, lastDay: 150 })).toEqual([])
    expect(holdoutOrigins({ firstDay: 0, lastDay: 150, calibrateUntil: 20 })).toEqual([
      { calibrateUntil: 20, holdoutUntil: 150 },
    ])
    expect(holdoutOrigins({ firstDay: 0, lastDay: 150, calibrateUntil: 100, holdoutUntil: 120 })).toHaveLength(4)
  })
})
