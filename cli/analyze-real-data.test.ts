import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AccountRow } from '@vitalfew/contract/accounts.ts'
import { Run } from '@vitalfew/contract/run.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { briefly, hasRealData, realData, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

async function analysed(file: string, out: string): Promise<Run> {
  const words = ['analyze', join(realData, file), '--out', out, '--json', '--locale', 'en', ...briefly]
  const finished = await runProgram(words, { cwd: folder.path })
  expect(finished.err).toBe('')
  expect(finished.code).toBe(0)
  const run = Run.parse(JSON.parse(finished.out))
  expect(JSON.parse(readFileSync(join(folder.path, out, 'run.json'), 'utf8'))).toEqual(JSON.parse(finished.out))
  for (const taken of run.run.imports) {
    expect(taken.accepted + taken.rejected + taken.setAside).toBe(taken.rows)
    expect(taken.leftOut.reduce((sum, item) => sum + item.rows, 0)).toBe(taken.rejected + taken.setAside)
  }
  return run
}

/** Rows below the header; no cell of these files holds a line end. */
function csvRows(out: string, name: string): string[] {
  return readFileSync(join(folder.path, out, name), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
}

if (!hasRealData) console.warn(`SKIPPED: no real data sets at ${realData}`)

describe.skipIf(!hasRealData)('published figures, found without --map', () => {
  test('Superstore', async () => {
    const run = await analysed('superstore/Sample - Superstore.csv', 'superstore')
    expect(run.run.imports[0]?.mapping).toMatchObject({
      customer: 'Customer ID',
      customerName: 'Customer Name',
      amount: 'Sales',
      grossProfit: 'Profit',
    })
    expect(run.totals).toMatchObject({ accounts: 793, orders: 5009, netRevenue: 2297200.86, grossProfit: 286397.02 })
    const { A, B, C } = run.abc.classes
    expect([A.accounts, B.accounts, C.accounts]).toEqual([395, 209, 189])
    expect(run.abc.gini).toBeCloseTo(0.441309, 6)
    expect(csvRows('superstore', 'accounts.csv')).toHaveLength(793)
    expect(readFileSync(join(folder.path, 'superstore', 'accounts.csv'), 'utf8')).toMatch(
      new RegExp(`^\uFEFF${Object.keys(AccountRow.shape).slice(0, -1).join(',')},`),
    )
  })

  test('Northwind', async () => {
    const run = await analysed('northwind/orders.csv', 'northwind')
    expect(run.totals).toMatchObject({ accounts: 89, netRevenue: 1265793.04 })
    const { A, B, C } = run.abc.classes
    expect([A.accounts, B.accounts, C.accounts]).toEqual([33, 27, 29])
    expect(run.abc.hhi).toBeCloseTo(0.033691, 6)
  })

  // Five customers bought and returned everything: exact decimals make them zero, sums of doubles 1e-14 above it.
  test('Online Retail', async () => {
    const run = await analysed('online-retail/online_retail.csv.gz', 'online-retail')
    expect(run.run.imports[0]).toMatchObject({ rows: 541_909, rejected: 135_080, accepted: 406_829 })
    expect(run.run.imports[0]?.leftOut).toMatchObject([{ reason: 'customerMissing', rows: 135_080 }])
    const { A, B, C } = run.abc.classes
    expect([A.accounts, B.accounts, C.accounts]).toEqual([1177, 1456, 1684])
    expect(run.abc.unclassified.accounts).toBe(55)
    expect(run.totals.accounts).toBe(4372)
    expect(csvRows('online-retail', 'accounts.csv')).toHaveLength(4372)
    expect(csvRows('online-retail', 'rejected.csv')).toHaveLength(135_080)
    expect(run.totals.returnLines).toBe(8905)
  })

  test('a pharmacy of a Chinese hospital', async () => {
    const run = await analysed('hospital-pharmacy-zh/朝阳医院2018年销售数据.xlsx', 'pharmacy')
    const [taken] = run.run.imports
    expect(taken?.rows).toBe(6578)
    expect(taken?.mapping).toMatchObject({ customer: '社保卡号', date: '购药时间', amount: '实收金额' })
    expect(csvRows('pharmacy', 'rejected.csv')).toHaveLength((taken?.rejected ?? 0) + (taken?.setAside ?? 0))
    expect(run.totals.returnLines).toBeGreaterThan(0)
  })
})
