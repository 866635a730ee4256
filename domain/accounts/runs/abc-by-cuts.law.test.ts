import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { abcClasses } from '@vitalfew/methods/ranking/abc-classes.ts'
import type { OpenEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { abcByCuts } from './abc-by-cuts.ts'

let directory: string
let opened: OpenEmbeddedWarehouse

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cuts-'))
  opened = await openEmbeddedWarehouse({ directory, durable: false })
})
afterAll(async () => {
  await opened.close()
  await rm(directory, { recursive: true, force: true })
})

/** Equal amounts, amounts that differ by a cent, giants, nothing, and less than nothing. */
const amount = fc.oneof(
  fc.constantFrom(0, -5, 0.01, 100, 100.01, 1e9),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 5_000_000 }).map((cents) => cents / 100),
)
const someAccounts = fc.array(fc.record({ amount, before: fc.constantFrom('A', 'B', 'C', '') }), { maxLength: 60 })
const cutsInPercent = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 2 })

let runs = 0

it('the classes by any cut-offs are those of the method, and who stands beside them too', async () => {
  await fc.assert(
    fc.asyncProperty(someAccounts, cutsInPercent, async (accounts, percents) => {
      const runId = `run${(runs += 1)}`
      const names = accounts.map((_, index) => `客户\\'\t ${(index * 37) % 61}`)
      await keep(runId, accounts, names)
      const [first = 0, second = 0] = percents.map((percent) => percent / 100).toSorted((one, other) => one - other)
      const asked = { runId, measure: 'netRevenue', cuts: [first, second] } as const
      const found = await abcByCuts(opened.warehouse, asked)
      const amounts = accounts.map((account) => account.amount)
      const { classes, ranking, cumulativeShares } = abcClasses(names, amounts, { firstCut: first, secondCut: second })
      for (const name of ['A', 'B', 'C'] as const) {
        const members = amounts.filter((_, index) => classes[index] === name)
        expect(found.classes[name].accounts).toBe(members.length)
        expect(found.classes[name].amount).toBeCloseTo(sum(members), 2)
      }
      const left = amounts.filter((_, index) => classes[index] === null)
      expect(found.unclassified.accounts).toBe(left.length)
      expect(found.unclassified.amount).toBeCloseTo(sum(left), 2)
      const moved = accounts.filter(({ before }, index) => classes[index] !== null && classes[index] !== before)
      expect(found.moved).toBe(moved.length)
      const lastOf = (...within: string[]) =>
        [...ranking].filter((index) => within.includes(classes[index] ?? '')).length
      const isBeside = (rank: number): boolean =>
        [lastOf('A'), lastOf('A', 'B')].some((last) => Math.abs(rank + 1 - last - 0.5) < 10)
      const beside = [...ranking].filter((_, rank) => isBeside(rank))
      expect(found.borderline.map(({ account }) => account)).toEqual(beside.map((index) => names[index]))
      expect(found.borderline.map(({ abcClass }) => abcClass)).toEqual(beside.map((index) => classes[index]))
      expect(found.borderline.map(({ abcClassNow }) => abcClassNow ?? '')).toEqual(
        beside.map((index) => accounts[index]?.before),
      )
      found.borderline.forEach(({ cumulativeShare }, at) =>
        expect(cumulativeShare).toBeCloseTo(cumulativeShares[beside[at] ?? 0] ?? 0, 9),
      )
    }),
    { numRuns: 40 },
  )
})

it('where very many come to the same, looking at a part of them first changes nothing', async () => {
  const tied = fc.array(fc.constantFrom(1, 1, 1, 1, 1.001, 2, 900), { minLength: 30, maxLength: 120 })
  await fc.assert(
    fc.asyncProperty(tied, cutsInPercent, fc.integer({ min: 1, max: 60 }), async (amounts, percents, sample) => {
      const runId = `run${(runs += 1)}`
      const accounts = amounts.map((one, index) => ({ amount: one, before: ['A', 'B', 'C', ''][index % 4] ?? '' }))
      await keep(
        runId,
        accounts,
        accounts.map((_, index) => `客户\\'\t ${(index * 37) % 127}`),
      )
      const [first = 0, second = 0] = percents.map((percent) => percent / 100).toSorted((one, other) => one - other)
      const asked = { runId, measure: 'netRevenue', cuts: [first, second] } as const
      const narrowed = await abcByCuts(opened.warehouse, { ...asked, narrowing: { most: 20, sample } })
      expect(narrowed).toEqual(await abcByCuts(opened.warehouse, asked))
    }),
    { numRuns: 15 },
  )
})

async function keep(
  runId: string,
  accounts: readonly { readonly amount: number; readonly before: string }[],
  names: readonly string[],
): Promise<void> {
  const rows = accounts.map(
    ({ amount: revenue, before }, index) =>
      `('${runId}', ${index + 1}, '${written(names[index])}', '', ${revenue}, '${before}')`,
  )
  if (rows.length === 0) return
  const columns = 'run_id, account_key, account, account_name, net_revenue, abc_class'
  await opened.warehouse.command(`INSERT INTO account_row (${columns}) VALUES ${rows.join(', ')}`, 'keep-rows')
}

/** A name as a literal of SQL. */
function written(name = ''): string {
  return name.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\t', '\\t')
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, one) => total + one, 0)
}
