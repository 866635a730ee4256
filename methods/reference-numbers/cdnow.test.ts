import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { conditionalPurchases } from '../buy-till-you-die/conditional-purchases.ts'
import { customerLikelihoods } from '../buy-till-you-die/customer-likelihoods.ts'
import { expectedPurchases } from '../buy-till-you-die/expected-purchases.ts'
import { fitBetaGeometric } from '../buy-till-you-die/fit-beta-geometric.ts'
import { fitNbd } from '../buy-till-you-die/fit-nbd.ts'
import { fitParetoNbd } from '../buy-till-you-die/fit-pareto-nbd.ts'
import { groupHistories } from '../buy-till-you-die/group-histories.ts'
import { purchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import type { PurchaseParameters } from '../buy-till-you-die/purchase-parameters.ts'
import { summarizePurchases } from '../buy-till-you-die/summarize-purchases.ts'
import { dayFromIso } from '../calendar/day-from-iso.ts'

// Published figures of the CDNOW 1/10 sample, in weeks, calibrated up to 1997-09-30.

const data = join(import.meta.dirname, '../../../shared/data')
const present = existsSync(join(data, 'cdnow/CDNOW_sample.txt'))

const bgNbd = { model: 'bg-nbd', k: 1, r: 0.242595, alpha: 4.413602, a: 0.79292, b: 2.425888 } as const
const mbgNbd = { model: 'mbg-nbd', k: 1, r: 0.524844, alpha: 6.183093, a: 0.891388, b: 1.614048 } as const
const nbd = { model: 'nbd', k: 1, r: 0.384766, alpha: 12.072014 } as const
/** Where one of the packages stopped, a little before the top of its flat likelihood. */
const btydParetoNbd = { model: 'pareto-nbd', r: 0.5533971, alpha: 10.5801985, s: 0.6060625, beta: 11.6562237 } as const
/** 52-week years at 10 % a year. */
const weeklyRate = Math.log(1.1) / 52

describe.skipIf(!present)('CDNOW', () => {
  const customers = present ? readCustomers() : []
  const histories = purchaseHistories(customers.map(({ history }) => history))
  const grouped = groupHistories(histories)

  it('has the customers of the papers', () => {
    expect(customers).toHaveLength(2357)
    expect(histories.purchases.reduce((sum, value) => sum + value, 0)).toBe(2457)
    expect(Math.max(...histories.age)).toBeCloseTo(38.857, 3)
  })

  it('NBD', () => {
    const fit = fitNbd(grouped)
    expect(fit.logLikelihood).toBeCloseTo(-9763.657615, 4)
    expectRelative(fit.parameters, nbd, 1e-3)
  })

  it('Pareto/NBD', () => {
    const fit = fitParetoNbd(grouped)
    expect(fit.logLikelihood).toBeCloseTo(-9594.9762, 4)
    expectRelative(fit.parameters, { r: 0.5533, alpha: 10.578, s: 0.6061, beta: 11.66 }, 1e-3)
    expectRelative(fit.standardErrors, { r: 0.0476, alpha: 0.8427, s: 0.1873, beta: 6.2105 }, 1e-3)
    expect(fit.verdict).toBe('converged')
  })

  it('BG/NBD', () => {
    const fit = fitBetaGeometric(grouped, { model: 'bg-nbd' })
    expect(fit.logLikelihood).toBeCloseTo(-9582.4292, 4)
    expectRelative(fit.parameters, bgNbd, 1e-4)
    expectRelative(fit.standardErrors, { r: 0.012557, alpha: 0.378224, a: 0.185733, b: 0.705407 }, 1e-3)
  })

  it('MBG/NBD', () => {
    const fit = fitBetaGeometric(grouped, { model: 'mbg-nbd' })
    expect(fit.logLikelihood).toBeCloseTo(-9582.135716, 4)
    expectRelative(fit.parameters, mbgNbd, 1e-3)
  })

  it.each(['bg-cnbd-k', 'mbg-cnbd-k'] as const)('%s finds no regular timing', (model) => {
    expect(fitBetaGeometric(grouped, { model }).parameters?.k).toBe(1)
  })

  it('expected purchases of a new customer', () => {
    const expected = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437]
    const found = [0.1429, 1, 3, 31.8571, 32].map((weeks) => expectedPurchases(bgNbd, weeks))
    found.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? 0, 4))
    expect(Math.abs(expectedPurchases(bgNbd, 78) / 1.8576 - 1)).toBeLessThan(1e-3)
  })

  it('one customer', () => {
    const usual = purchaseHistories([{ purchases: 2, recency: 30.43, age: 38.86 }])
    expect(conditionalPurchases(bgNbd, usual, { horizon: 39 })[0]).toBeCloseTo(1.226, 3)

    const loyal = purchaseHistories([{ purchases: 26, recency: 216 / 7, age: 31 }])
    expect(conditionalPurchases(bgNbd, loyal, { horizon: 52 })[0]).toBeCloseTo(25.757, 3)
    expect(customerLikelihoods(bgNbd, loyal).aliveProbabilities[0]).toBeCloseTo(0.96885, 5)
    expect(conditionalPurchases(btydParetoNbd, loyal, { horizon: 52 })[0]).toBeCloseTo(25.454, 3)
    expect(customerLikelihoods(btydParetoNbd, loyal).aliveProbabilities[0]).toBeCloseTo(0.99787, 5)
  })

  it('sums of 39-week expectations', () => {
    const pareto = { model: 'pareto-nbd', r: 0.5533, alpha: 10.578, s: 0.6061, beta: 11.66 } as const
    const sumOf = (model: PurchaseParameters): number =>
      conditionalPurchases(model, histories, { horizon: 39 }).reduce((sum, value) => sum + value, 0)
    expect(sumOf(nbd)).toBeCloseTo(2929.8, 1)
    expect(Math.abs(sumOf(pareto) / 1665.4 - 1)).toBeLessThan(1e-4)
    expect(Math.abs(sumOf(bgNbd) / 1653.4 - 1)).toBeLessThan(1e-4)
    expect(Math.abs(sumOf(mbgNbd) / 1576.7 - 1)).toBeLessThan(1e-4)
  })

  it('every customer as BTYD and BTYDplus have it', () => {
    const rows = readReference('cdnow_btyd.csv', 'cust')
    const models = { pnbd: btydParetoNbd, bgnbd: bgNbd, mbgcnbdk: mbgNbd }
    for (const [prefix, model] of Object.entries(models)) {
      const alive = customerLikelihoods(model, histories).aliveProbabilities
      const bought = conditionalPurchases(model, histories, { horizon: 52 })
      expect(worst(rows, { column: `${prefix}_palive`, values: alive, key: 'master' })).toBeLessThan(1e-3)
      expect(worst(rows, { column: `${prefix}_cet`, values: bought, key: 'master' })).toBeLessThan(1e-3)
    }
  })

  it('every customer as CLVTools has it', () => {
    const fitted = fitParetoNbd(grouped).parameters ?? nbd
    const pareto = readReference('cdnow_clvtools_pnbd.csv', 'Id')
    const alive = customerLikelihoods(fitted, histories).aliveProbabilities
    const bought = conditionalPurchases(fitted, histories, { horizon: 39 })
    const residual = conditionalPurchases(fitted, histories, { horizon: Infinity, discountRate: weeklyRate })
    expect(worst(pareto, { column: 'PAlive', values: alive, key: 'sample' })).toBeLessThan(1e-3)
    expect(worst(pareto, { column: 'CET', values: bought, key: 'sample' })).toBeLessThan(1e-3)
    expect(worst(pareto, { column: 'DERT', values: residual, key: 'sample' })).toBeLessThan(1e-3)

    const geometric = readReference('cdnow_clvtools_bgnbd.csv', 'Id')
    const staying = customerLikelihoods(bgNbd, histories).aliveProbabilities
    const expected = conditionalPurchases(bgNbd, histories, { horizon: 39 })
    expect(worst(geometric, { column: 'PAlive', values: staying, key: 'sample' })).toBeLessThan(1e-3)
    expect(worst(geometric, { column: 'CET', values: expected, key: 'sample' })).toBeLessThan(1e-3)
  })

  function worst(
    rows: ReadonlyMap<number, Readonly<Record<string, number>>>,
    { column, values, key }: { column: string; values: Float64Array; key: 'master' | 'sample' },
  ): number {
    expect(rows.size).toBe(customers.length)
    const errors = customers.map(
      (customer, i) => (values[i] ?? 0) / (rows.get(customer[key])?.[column] ?? Number.NaN) - 1,
    )
    return Math.max(...errors.map(Math.abs))
  }
})

function readCustomers() {
  const purchases = readFileSync(join(data, 'cdnow/CDNOW_sample.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([master = '', sample = '', date = '']) => ({
      master: Number(master),
      sample: Number(sample),
      day: dayFromIso(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`),
    }))
  const until = dayFromIso('1997-09-30')
  return [...Map.groupBy(purchases, ({ sample }) => sample).values()].flatMap((rows) => {
    const days = rows.map(({ day }) => day)
    const history = summarizePurchases(days, { until, unit: 7 })
    const [first] = rows
    return history === null || first === undefined ? [] : [{ master: first.master, sample: first.sample, history }]
  })
}

function readReference(file: string, key: string): Map<number, Record<string, number>> {
  const [header = [], ...lines] = readFileSync(join(data, 'clv-reference', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const rows = lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, Number(cells[i])])))
  return new Map(rows.map((row) => [row[key] ?? 0, row]))
}

function expectRelative(
  found: object | null,
  expected: Readonly<Record<string, number | string>>,
  tolerance: number,
): void {
  const values = new Map<string, unknown>(Object.entries(found ?? {}))
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === 'string') continue
    expect(Math.abs(Number(values.get(name)) / value - 1)).toBeLessThan(tolerance)
  }
}
