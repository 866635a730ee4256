import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Churn } from '@vitalfew/contract/churn.ts'
import { openTestWarehouse, type TestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { churnRun } from './churn-run.ts'
import { measuredFiles } from './measured-files.fixture.ts'

const answers = z
  .object({ accounts: z.array(z.object({ customerCodes: z.array(z.string()), behaviour: z.string() })) })
  .parse(JSON.parse(readFileSync(new URL('../../samples/data/known-answers.json', import.meta.url), 'utf8')))

let opened: TestWarehouse
const folder = mkdtempSync(join(tmpdir(), 'churn 流失 '))

beforeAll(async () => {
  opened = await openTestWarehouse(inject('cluster'))
})

afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

const words = { value: null, locale: 'zh-CN', currency: 'CNY', listed: 1000 } as const
let files = 0

/** The churn of some sales, in an empty warehouse. */
async function churnOf(lines: readonly string[], options: { readonly asOf?: string } = {}): Promise<Churn> {
  files += 1
  const path = join(folder, `sales ${files}.csv`)
  writeFileSync(path, ['客户编码,客户名称,订单日期,订单号,金额,产品类别', ...lines].join('\n'))
  return churnOfFile(path, options)
}

async function churnOfFile(path: string, options: { readonly asOf?: string } = {}): Promise<Churn> {
  const tables = ['sales_line', 'import_event', 'account_metrics', 'account_churn', 'account_history']
  for (const table of tables) await opened.warehouse.command(`TRUNCATE TABLE ${table}`, 'truncate')
  const { scope, dataStart } = await measuredFiles(opened.warehouse, [path], options)
  const found = await churnRun(opened.warehouse, { ...scope, ...words, dataStart })
  const plain: unknown = JSON.parse(JSON.stringify(found))
  // What the contract does not know, a NaN or an infinity would come to light here.
  return z.strictObject(Churn.shape).parse(plain)
}

const line = (customer: string, day: string, amount = 100, category = '泵'): string =>
  `${customer},${customer}公司,${day},${customer}-${day},${amount},${category}`

const monthly = (customer: string, months: readonly number[]): string[] =>
  months.map((month) =>
    line(customer, `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`),
  )
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)

describe('the sample company', () => {
  const sales = join(import.meta.dirname, '../../samples/data/zh-CN/sales.csv')
  let churn: Churn

  beforeAll(async () => {
    churn = await churnOfFile(sales)
  }, 120_000)

  it('finds those who were made to leave, and not those who were made to stay', () => {
    const level = new Map([...churn.warnings, ...churn.winBack].map((account) => [account.account, account.level]))
    const levelsOf = (behaviour: string) =>
      answers.accounts
        .filter((account) => account.behaviour === behaviour && account.customerCodes.length === 1)
        .map(({ customerCodes }) => level.get(customerCodes[0] ?? '') ?? 'low')
    const share = (behaviour: string, ...levels: string[]) => {
      const own = levelsOf(behaviour)
      return own.filter((one) => levels.includes(one)).length / own.length
    }
    expect(share('lost', 'left')).toBeGreaterThan(0.9)
    expect(share('lost', 'left', 'high')).toBe(1)
    expect(share('oneTime', 'left')).toBeGreaterThan(0.9)
    expect(share('dormant', 'high', 'left', 'medium')).toBe(1)
    expect(share('slipping', 'high', 'medium')).toBeGreaterThan(0.95)
    for (const staying of ['steady', 'growing', 'wonBack']) expect(share(staying, 'left', 'high')).toBeLessThan(0.03)
  })

  it('adds up', () => {
    const accounts = churn.levels.reduce((sum, item) => sum + item.accounts, 0)
    expect(churn.survival[0]).toMatchObject({ accounts, group: '', dimension: '' })
    expect(churn.winBack).toHaveLength(churn.levels.find(({ level }) => level === 'left')?.accounts ?? -1)
    expect(churn.months).toHaveLength(24)
    for (const { rate } of churn.months) {
      expect(rate.left).toBeLessThanOrEqual(rate.accounts)
      expect(rate.wonBack).toBeLessThanOrEqual(rate.left)
      expect(rate.lower).toBeLessThanOrEqual(rate.rate)
      expect(rate.upper).toBeGreaterThanOrEqual(rate.rate)
    }
    const [first, ...others] = churn.cuts.filter(({ omitted }) => omitted === 0)
    const total = (cut: typeof first) => cut?.values.reduce((sum, { rate }) => sum + rate.left, 0)
    for (const cut of others) expect(total(cut)).toBe(total(first))
  })

  it('explains every warning and orders them by what is at stake', () => {
    expect(churn.warnings.length).toBeGreaterThan(50)
    for (const { signals } of churn.warnings) {
      expect(signals.length).toBeGreaterThan(0)
      for (const { text } of signals) expect(text).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u)
      expect(signals.map(({ strength }) => strength)).toEqual(
        signals.map(({ strength }) => strength).toSorted((a, b) => b - a),
      )
    }
  })

  it('says honestly how past warnings did', () => {
    expect(churn.backtest.map(({ asOf }) => asOf)).toEqual(['2024-01-01', '2024-07-01', '2025-01-01', '2025-07-01'])
    const sum = (of: (line: Churn['backtest'][number]) => number) =>
      churn.backtest.reduce((all, one) => all + of(one), 0)
    expect(sum(({ correct }) => correct)).toBeGreaterThan(
      sum(({ naivePrecision, warned }) => (naivePrecision ?? 0) * warned),
    )
    expect(churn.verdict).toMatch(/^预警有效/)
  })

  it('warnings of a day know nothing later: later lines change neither them nor the rates of months past', async () => {
    const [head = '', ...rows] = readFileSync(sales, 'utf8').split('\n')
    const earlier = join(folder, 'earlier.csv')
    const known = rows.filter((row) => (row.split(',')[1] ?? '').replace(/\/(\d)(?=\/|$)/g, '/0$1') < '2025/07/01')
    expect(known.length).toBeLessThan(rows.length * 0.9)
    writeFileSync(earlier, [head, ...known].join('\n'))
    const then = await churnOfFile(earlier, { asOf: '2025-07-01' })
    const full = await churnOfFile(sales, { asOf: '2025-07-01' })
    expect(full).toEqual(then)

    const shared = churn.backtest.filter(({ asOf }) => asOf < '2025-07-01')
    expect(shared).toHaveLength(3)
    for (const one of shared) expect(then.backtest).toContainEqual(one)
    const rates = (of: Churn) =>
      of.months
        .filter(({ month }) => month >= '2024-01-01' && month < '2025-07-01')
        .map(({ month, returned, rate }) => ({ month, returned, rate: { ...rate, wonBack: 0 } }))
    expect(rates(then)).toEqual(rates(churn))
  }, 120_000)
})

describe('what is hard', () => {
  it('nobody ever bought: only returns and cancelled lines', async () => {
    const churn = await churnOf([line('C1', '2024-01-05', -100), line('C2', '2024-02-05', -50)])
    expect(churn.levels.every(({ accounts }) => accounts === 0)).toBe(true)
    expect(churn).toMatchObject({ warnings: [], winBack: [], survival: [], backtest: [], cuts: [] })
  })

  it('one account, one purchase', async () => {
    const churn = await churnOf([line('C1', '2024-01-05')])
    expect(churn.levels.find(({ level }) => level === 'low')?.accounts).toBe(1)
    expect(churn.verdict).toContain('历史数据不足')
  })

  it('all have left', async () => {
    const customers = range(0, 30).flatMap((index) => monthly(`C${index}`, range(0, 6 + (index % 5))))
    const churn = await churnOf(customers, { asOf: '2025-01-01' })
    expect(churn.levels.find(({ level }) => level === 'left')?.accounts).toBe(30)
    expect(churn.warnings).toEqual([])
    expect(churn.winBack).toHaveLength(30)
    for (const account of churn.winBack)
      expect(account).toMatchObject({ risk: expect.any(Number), leftOn: expect.any(String) })
    expect(churn.survival[0]?.points.at(-1)?.survival).toBe(0)
  })

  it('none has left, all buy like clockwork', async () => {
    const churn = await churnOf(range(0, 30).flatMap((index) => monthly(`C${index}`, range(0, 36))))
    expect(churn.levels.find(({ level }) => level === 'low')?.accounts).toBe(30)
    expect(churn.months.every(({ rate }) => rate.left === 0)).toBe(true)
    expect(churn.backtest.every(({ warned }) => warned === 0)).toBe(true)
  })

  it('a day before all lines', async () => {
    const churn = await churnOf(monthly('C1', range(0, 12)), { asOf: '2021-01-01' }).catch((error: unknown) => error)
    expect(churn).toMatchObject({ asOf: '2021-01-01', winBack: [], warnings: [] })
  })

  it('an account that went away, came back and fades: every rule by hand', async () => {
    const others = range(0, 12).flatMap((index) => monthly(`S${index}`, range(0, 36)))
    // Bought monthly through May 2022, came back in July 2023, stopped after December 2023.
    const churn = await churnOf([...others, ...monthly('W', [...range(0, 5), ...range(18, 24)])], {
      asOf: '2024-12-20',
    })
    const [left] = churn.winBack
    // Gaps of 31, 28, 31, 30, 426, 31, 31, 30, 31, 30 days: a cycle of 31, a limit of 248 days after 5 December 2023.
    expect(left).toMatchObject({ account: 'W', lastOrder: '2023-12-05', leftOn: '2024-08-10', manner: 'sudden' })
    expect(left?.signals[0]).toMatchObject({ signal: 'silence', value: 381, usual: 31 })
    const gone = churn.months.filter(({ rate }) => rate.left > 0)
    // The first time: 30.5 days, 244 days after 5 May 2022.
    expect(gone).toMatchObject([
      { month: '2023-01-01', rate: { left: 1, wonBack: 1, revenueLost: 500, accounts: 13 } },
      { month: '2024-08-01', rate: { left: 1, wonBack: 0, revenueLost: 600, accounts: 13 } },
    ])
    expect(churn.months.filter(({ returned }) => returned > 0).map(({ month }) => month)).toEqual(['2023-07-01'])
  })
})
