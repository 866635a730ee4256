import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fitParetoNbd } from '../buy-till-you-die/fit-pareto-nbd.ts'
import { groupHistories } from '../buy-till-you-die/group-histories.ts'
import { purchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import { summarizePurchases } from '../buy-till-you-die/summarize-purchases.ts'
import { dayFromIso } from '../calendar/day-from-iso.ts'
import { expectedSpend } from '../spend/expected-spend.ts'
import { fitGammaGamma } from '../spend/fit-gamma-gamma.ts'
import { lifetimeValues } from '../spend/lifetime-values.ts'
import type { SpendHistories } from '../spend/spend-histories.ts'

// Published figures of spend in the CDNOW 1/10 sample, calibrated up to 1997-09-30; purchases of a day are one.

const data = join(import.meta.dirname, '../../../shared/data')
const present = existsSync(join(data, 'cdnow/CDNOW_sample.txt'))

describe.skipIf(!present)('CDNOW spend', () => {
  const customers = present ? readCustomers() : []
  const repeated = spendOf(customers.map(({ spends }) => spends.slice(1)))
  const all = spendOf(customers.map(({ spends }) => spends))

  it('without the first purchase', () => {
    const fit = fitGammaGamma(repeated)
    expect(fit).toMatchObject({ verdict: 'converged', customers: 946, excluded: 0 })
    expect(fit.logLikelihood).toBeCloseTo(-4055.917695, 4)
    expect((fit.parameters?.p ?? 0) / 6.249349).toBeCloseTo(1, 4)
    expect((fit.parameters?.q ?? 0) / 3.744256).toBeCloseTo(1, 4)
    expect((fit.parameters?.gamma ?? 0) / 15.444307).toBeCloseTo(1, 3)
    expect(fit.standardErrors?.p).toBeCloseTo(1.19, 3)
    expect(fit.standardErrors?.q).toBeCloseTo(0.29, 3)
    expect(fit.standardErrors?.gamma).toBeCloseTo(4.159, 3)
  })

  it('with the first purchase', () => {
    const fit = fitGammaGamma(all)
    expect(fit.logLikelihood).toBeCloseTo(-9898.4509, 3)
    expect((fit.parameters?.p ?? 0) / 9.881241).toBeCloseTo(1, 3)
    expect((fit.parameters?.q ?? 0) / 3.39875).toBeCloseTo(1, 3)
    expect((fit.parameters?.gamma ?? 0) / 7.928588).toBeCloseTo(1, 3)
  })

  it('expected spend of the first ten customers', () => {
    const expected = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
    const found = expectedSpend({ p: 6.249349, q: 3.744256, gamma: 15.444307 }, repeated)
    expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 2))
  })

  it('residual value of every customer as CLVTools has it', () => {
    const histories = groupHistories(purchaseHistories(customers.map(({ history }) => history)))
    const purchases = fitParetoNbd(histories)
    const spend = fitGammaGamma(repeated)
    const model = {
      purchases: {
        parameters: purchases.predictWith ?? { model: 'nbd', k: 1, r: 1, alpha: 1 },
        logCovariance: purchases.predictCovariance,
      },
      spend: { parameters: spend.parameters ?? { p: 1, q: 2, gamma: 1 }, logCovariance: spend.logCovariance },
    } as const
    const terms = { horizon: Infinity, unitsPerYear: 52, yearlyDiscount: 0.1 }
    const { values, lower, upper } = lifetimeValues(model, { histories, spend: repeated }, terms)
    const expected = readReference()
    customers.forEach(({ sample }, i) => {
      expect(Math.abs((values[i] ?? 0) / (expected.get(sample) ?? Number.NaN) - 1)).toBeLessThan(1e-3)
      expect(lower?.[i]).toBeLessThan(values[i] ?? 0)
      expect(upper?.[i]).toBeGreaterThan(values[i] ?? Infinity)
    })
  })
})

function spendOf(customers: readonly (readonly number[])[]): SpendHistories {
  const transactions = Float64Array.from(customers, (spends) => spends.length)
  const totals = Float64Array.from(customers, (spends) => spends.reduce((sum, spend) => sum + spend, 0))
  return { transactions, meanSpend: totals.map((sum, i) => sum / Math.max(1, transactions[i] ?? 0)) }
}

/** Customers with the spend of each of their purchase days up to the end of calibration. */
function readCustomers() {
  const until = dayFromIso('1997-09-30')
  const purchases = readFileSync(join(data, 'cdnow/CDNOW_sample.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([, sample = '', date = '', , spend = '']) => ({
      sample: Number(sample),
      day: dayFromIso(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`),
      spend: Number(spend),
    }))
    .filter(({ day }) => day <= until)
  return [...Map.groupBy(purchases, ({ sample }) => sample)].flatMap(([sample, rows]) => {
    const history = summarizePurchases(
      rows.map(({ day }) => day),
      { until, unit: 7 },
    )
    const days = [...Map.groupBy(rows, ({ day }) => day)].toSorted(([a], [b]) => a - b)
    const spends = days.map(([, ofDay]) => ofDay.reduce((sum, { spend }) => sum + spend, 0))
    return history === null ? [] : [{ sample, history, spends }]
  })
}

function readReference(): Map<number, number> {
  const [header = [], ...lines] = readFileSync(join(data, 'clv-reference/cdnow_clvtools_pnbd.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const [id, value] = [header.indexOf('Id'), header.indexOf('predicted.CLV')]
  return new Map(lines.map((cells) => [Number(cells[id]), Number(cells[value])]))
}
