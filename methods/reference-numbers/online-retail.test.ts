import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { conditionalPurchases } from '../buy-till-you-die/conditional-purchases.ts'
import { fitBetaGeometric } from '../buy-till-you-die/fit-beta-geometric.ts'
import { fitNbd } from '../buy-till-you-die/fit-nbd.ts'
import { fitParetoNbd } from '../buy-till-you-die/fit-pareto-nbd.ts'
import { groupHistories } from '../buy-till-you-die/group-histories.ts'
import { type PurchaseHistory, purchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import { summarizePurchases } from '../buy-till-you-die/summarize-purchases.ts'
import { dayFromIso } from '../calendar/day-from-iso.ts'

// Real sales that break the usual packages: one purchase per customer and day, weeks, calibrated up to 2011-08-31.

const file = join(import.meta.dirname, '../../../shared/data/online-retail/online_retail.csv.gz')
const present = existsSync(file)

describe.skipIf(!present)('Online Retail', () => {
  const histories = groupHistories(purchaseHistories(present ? readHistories() : []))
  const nbd = fitNbd(histories)

  it('the NBD', () => {
    expect(histories.customers).toBe(3317)
    expect(nbd.logLikelihood).toBeCloseTo(-21755.35, 2)
  })

  it.each([
    ['pareto-nbd', fitParetoNbd],
    ['bg-nbd', (rows: typeof histories) => fitBetaGeometric(rows, { model: 'bg-nbd' })],
    ['mbg-nbd', (rows: typeof histories) => fitBetaGeometric(rows, { model: 'mbg-nbd' })],
  ])('%s: leaving is not identified, the NBD is used', (_, fitModel) => {
    const fit = fitModel(histories)
    expect(fit.verdict).toBe('noAttritionDetectable')
    expect(fit.predictWith).toEqual(nbd.parameters)
    expect(fit.logLikelihood).toBeLessThan((nbd.logLikelihood ?? 0) + 0.01)
  })

  it('timing is regular: k = 2', () => {
    const fit = fitBetaGeometric(histories, { model: 'bg-cnbd-k' })
    expect(fit).toMatchObject({ verdict: 'converged', parameters: { k: 2 } })
    expect(fit.logLikelihood).toBeCloseTo(-21204.8, 2)
    const forecast = conditionalPurchases(fit.parameters ?? { model: 'nbd', k: 1, r: 1, alpha: 1 }, histories, {
      horizon: 14,
    })
    expect(forecast.every((purchases) => purchases >= 0 && purchases < 60)).toBe(true)
  })
})

function readHistories(): PurchaseHistory[] {
  const until = dayFromIso('2011-08-31')
  const daysOf = new Map<string, Set<number>>()
  for (const line of gunzipSync(readFileSync(file)).toString().split('\n')) {
    const found = /,(-?\d+),(\d{4}-\d\d-\d\d) [\d:]+,(-?[\d.]+),(\d+)(?:\.0)?,[^,]*$/.exec(line.trimEnd())
    const [, quantity = '', date = '', price = '', customer = ''] = found ?? []
    if (!(Number(quantity) > 0 && Number(price) > 0)) continue
    const days = daysOf.get(customer) ?? new Set()
    daysOf.set(customer, days.add(dayFromIso(date)))
  }
  const summaries = [...daysOf.values()].map((days) => summarizePurchases([...days], { until, unit: 7 }))
  return summaries.filter((history) => history !== null)
}
