import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { expect, it } from 'vitest'
import { emptyPurchases } from './account-purchases.ts'
import { lowerByCosts } from './purchases-after-costs.ts'

function purchasesOf(accounts: readonly (readonly [day: string, bought: number, amount: number])[][]) {
  const purchases = emptyPurchases(accounts.length, accounts.flat().length)
  let entry = 0
  accounts.forEach((entries, account) => {
    purchases.keys[account] = BigInt(account + 1)
    for (const [day, bought, amount] of entries) {
      purchases.days[entry] = dayFromIso(day)
      purchases.bought[entry] = bought
      purchases.amounts[entry++] = amount
    }
    purchases.offsets[account + 1] = entry
  })
  return purchases
}

const nothing = { costToServe: 0, costOfReceivables: 0, receivables: 0, overdueReceivables: 0 }
const inFebruary = { firstDay: '2025-02-01', lastDay: '2025-02-01' }

it('every purchase costs what one did in the months whose costs are known', () => {
  const purchases = purchasesOf([
    [
      ['2025-01-15', 1, 100],
      ['2025-02-01', 1, 100],
      ['2025-02-10', 0, -5],
      ['2025-02-28', 1, 100],
      ['2025-04-01', 1, 20],
    ],
    [['2025-01-15', 1, 100]],
    [['2025-02-15', 0, -7]],
    [['2025-02-15', 1, 9]],
  ])
  const counted = lowerByCosts(purchases, [
    { ...nothing, ...inFebruary, accountKey: '1', costToServe: 50, costOfReceivables: 10 },
    { ...nothing, ...inFebruary, accountKey: '2', costToServe: 130 },
    { ...nothing, ...inFebruary, accountKey: '3', costToServe: 40 },
    { ...nothing, ...inFebruary, accountKey: '99', costToServe: 40 },
  ])
  // The second never bought in February: its costs are spread over all it bought. The third never bought at all.
  expect([...purchases.amounts]).toEqual([70, 70, -5, 70, -10, -30, -7, 9])
  expect(counted).toEqual({ accounts: 2, firstDay: '2025-02-01', lastDay: '2025-02-01' })
})

it('costs that say no day are spread over all purchases', () => {
  const purchases = purchasesOf([
    [
      ['2020-01-01', 1, 10],
      ['2025-01-01', 1, 10],
    ],
  ])
  const counted = lowerByCosts(purchases, [
    { ...nothing, firstDay: null, lastDay: null, accountKey: '1', costOfReceivables: 4 },
  ])
  expect([...purchases.amounts]).toEqual([8, 8])
  expect(counted).toEqual({ accounts: 1, firstDay: null, lastDay: null })
})
