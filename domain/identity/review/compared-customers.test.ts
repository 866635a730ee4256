import type { IdentityCustomer, MatchedPair } from '@vitalfew/contract/identity.ts'
import { describe, expect, test } from 'vitest'
import { comparedCustomers, takesPlaceOf } from './compared-customers.ts'
import { pairKey } from './pair-key.ts'

const signs = '云远青东瑞海天金博盛帆山禾方达川合泰京星'

function customer(key: number, name: string, creditCode = ''): IdentityCustomer {
  const days = { firstDay: '2025-01-01', lastDay: '2025-12-31' }
  return { key: String(key), customer: `C${key}`, name, creditCode, parent: '', netRevenue: 100, lines: 1, ...days }
}

/** Enough customers that not everybody is compared with everybody; every seventh is there under another name, too. */
const company = Array.from({ length: 2200 }, (_, i) => {
  const brand = [i, i / 20, i / 400, i / 7].map((place) => signs[Math.floor(place) % signs.length] ?? '').join('')
  const named = customer(i, `深圳市${brand}${i}贸易有限公司`)
  return i % 7 === 0 ? [named, customer(10_000 + i, `${brand}${i}贸易（深圳）有限责任公司`)] : [named]
}).flat()

const namesOf = (pairs: readonly MatchedPair[]): Set<string> =>
  new Set(pairs.filter(({ bits }) => (bits ?? 0) > 0).map(({ left, right }) => pairKey(left, right)))

async function compared(customers: readonly IdentityCustomer[], before: readonly IdentityCustomer[]) {
  takesPlaceOf(customers, before)
  return comparedCustomers(customers)
}

describe('customers are compared once', async () => {
  const first = await comparedCustomers(company)
  const [one, other] = [company[0], company[1]]

  test('a list that says the same has the same pairs', async () => {
    const again = await compared([...company], company)
    expect(again).toEqual(first)
  })

  test('who is new, renamed or gone changes the pairs with them, and no other pair', async () => {
    const renamed = customer(3, (one?.name ?? '').replace('有限公司', '股份有限公司'))
    const fresh = customer(50_000, (company[20]?.name ?? '').replace('深圳市', '深圳'))
    const twice = [customer(50_001, '北京明岳咨询有限公司'), customer(50_002, '明岳咨询（北京）有限公司')]
    const next = [...company.filter(({ key }) => key !== other?.key && key !== '3'), renamed, fresh, ...twice]
    const pairs = await compared(next, company)
    const touched = new Set([other?.key ?? '', '3', ...[fresh, ...twice].map(({ key }) => key)])
    const untouched = (pair: MatchedPair): boolean => !touched.has(pair.left) && !touched.has(pair.right)
    expect(pairs.filter(untouched)).toEqual(first.filter(untouched))
    expect(pairs.some(({ left, right }) => left === other?.key || right === other?.key)).toBe(false)
    const found = new Set(pairs.map(({ left, right }) => pairKey(left, right)))
    expect(found).toContain(pairKey(renamed.key, one?.key ?? ''))
    expect(found).toContain(pairKey(fresh.key, company[20]?.key ?? ''))
    expect(found).toContain(pairKey('50001', '50002'))
    // What is likely is what it would be had everybody been compared anew.
    expect(namesOf(pairs)).toEqual(namesOf(await comparedCustomers([...next])))
  })

  test('what comes and goes again leaves the pairs as they were', async () => {
    const more = [...company, customer(60_000, (company[9]?.name ?? '').replace('有限公司', '有限责任公司'))]
    const between = await compared(more, company)
    expect(between.length).toBeGreaterThan(first.length)
    expect(await compared([...company], more)).toEqual(first)
  })

  test('nobody, one, and everybody new are compared like any list', async () => {
    expect(await compared([], company)).toEqual([])
    expect(await compared([customer(1, '甲')], company)).toEqual([])
    const others = company.map((known) => ({ ...known, key: `9${known.key}` }))
    expect((await compared(others, company)).length).toBe(first.length)
  })
})
