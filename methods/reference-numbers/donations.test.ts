import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { conditionalPurchases } from '../buy-till-you-die/conditional-purchases.ts'
import { customerLikelihoods } from '../buy-till-you-die/customer-likelihoods.ts'
import { fitBetaBinomial } from '../buy-till-you-die/fit-beta-binomial.ts'
import { groupHistories } from '../buy-till-you-die/group-histories.ts'
import { type PurchaseHistory, purchaseHistories } from '../buy-till-you-die/purchase-histories.ts'

// Yearly donations of the 1995 cohort of 11,104 donors: Fader, Hardie and Shang 2010.

const data = join(import.meta.dirname, '../../../shared/data')
const present = existsSync(join(data, 'cdnow/donations.csv'))
const published = { model: 'bg-bb', alpha: 1.203507, beta: 0.749767, gamma: 0.656757, delta: 2.783887 } as const

describe.skipIf(!present)('donations', () => {
  it('fits as published', () => {
    const fit = fitBetaBinomial(groupHistories(purchaseHistories(present ? readDonors() : [])))
    expect(fit).toMatchObject({ verdict: 'converged', customers: 11_104 })
    expect(fit.logLikelihood).toBeCloseTo(-33225.58129, 4)
    for (const name of ['alpha', 'beta', 'gamma', 'delta'] as const) {
      expect(Math.abs((fit.parameters?.[name] ?? 0) / published[name] - 1)).toBeLessThan(1e-3)
    }
  })

  it('gives every donor the published P(alive) and expectations', () => {
    const rows = present ? readTable('clv-reference/donations_bgbb.csv') : []
    const histories = purchaseHistories(
      rows.map(([purchases = 0, recency = 0, age = 0]) => ({ purchases, recency, age })),
    )
    const alive = customerLikelihoods(published, histories).aliveProbabilities
    const bought = conditionalPurchases(published, histories, { horizon: 5 })
    const residual = conditionalPurchases(published, histories, { horizon: Infinity, discountRate: Math.log(1.1) })
    rows.forEach(([, , , , expectedAlive = 0, expectedPurchases = 0, expectedResidual = 0], i) => {
      expect(Math.abs((alive[i] ?? 0) / expectedAlive - 1)).toBeLessThan(1e-3)
      expect(Math.abs((bought[i] ?? 0) / expectedPurchases - 1)).toBeLessThan(1e-3)
      expect(Math.abs((residual[i] ?? 0) / expectedResidual - 1)).toBeLessThan(1e-3)
    })
    expect(rows).toHaveLength(22)
    const aliveAt = (purchases: number, recency: number): number | undefined =>
      customerLikelihoods(published, purchaseHistories([{ purchases, recency, age: 6 }])).aliveProbabilities[0]
    expect(aliveAt(0, 0)).toBeCloseTo(0.11, 2)
    expect(aliveAt(2, 4)).toBeCloseTo(0.59, 2)
    expect(aliveAt(6, 6)).toBeCloseTo(0.93, 2)
  })
})

function readDonors(): PurchaseHistory[] {
  return readTable('cdnow/donations.csv').flatMap(([purchases = 0, recency = 0, age = 0, count = 0]) =>
    Array.from({ length: count }, () => ({ purchases, recency, age })),
  )
}

function readTable(path: string): number[][] {
  const lines = readFileSync(join(data, path), 'utf8').trim().split('\n').slice(1)
  return lines.map((line) => line.split(',').map(Number))
}
