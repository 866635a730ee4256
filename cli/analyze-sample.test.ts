import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AccountRow } from '@vitalfew/contract/accounts.ts'
import { Run } from '@vitalfew/contract/run.ts'
import { knownAnswersFile, sampleFile } from '@vitalfew/samples/sample-files.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { briefly, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const answers = z
  .object({
    rows: z.object({ rows: z.int(), accepted: z.int(), rejected: z.int(), setAside: z.int() }),
    totals: z.looseObject({
      customerCodes: z.int(),
      orders: z.int(),
      netRevenue: z.number(),
      grossProfit: z.number(),
    }),
    views: z.looseObject({
      customerCode: z.looseObject({
        gini: z.number(),
        hhi: z.number(),
        abc: z.looseObject({
          A: z.looseObject({ accounts: z.int() }),
          B: z.looseObject({ accounts: z.int() }),
          C: z.looseObject({ accounts: z.int() }),
          unclassified: z.looseObject({ accounts: z.int() }),
        }),
        lifecycle: z.object({ portfolioCycleDays: z.number(), stages: z.record(z.string(), z.int()) }),
      }),
    }),
  })
  .parse(JSON.parse(readFileSync(knownAnswersFile(), 'utf8')))

function text(...path: string[]): string {
  return readFileSync(join(folder.path, ...path), 'utf8')
}

describe('the sample company', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    test(`has its known answers (${locale})`, async () => {
      const out = `demo ${locale}`
      const finished = await runProgram(['demo', '--out', out, '--locale', locale], { cwd: folder.path })
      expect(finished.code).toBe(0)
      const run = Run.parse(JSON.parse(text(out, 'run.json')))
      expect(run.run.imports[0]).toMatchObject(answers.rows)
      const { customerCodes, orders, netRevenue, grossProfit } = answers.totals
      expect(run.totals).toMatchObject({ accounts: customerCodes, orders, netRevenue, grossProfit })
      expect(run.run.parameters.model).toBe('default 1')
      expect(run.keyAccounts.every((account) => account.reasons.length === 3)).toBe(true)
      expect(run.concentration.largestAccount).toBe('C0024')
      const { abc, gini, hhi, lifecycle } = answers.views.customerCode
      const { A, B, C } = run.abc.classes
      expect([A.accounts, B.accounts, C.accounts, run.abc.unclassified.accounts]).toEqual(
        [abc.A, abc.B, abc.C, abc.unclassified].map((item) => item.accounts),
      )
      expect(run.abc.gini).toBeCloseTo(gini, 9)
      expect(run.abc.hhi).toBeCloseTo(hhi, 9)
      expect(run.lifecycle.portfolioCycleDays).toBe(lifecycle.portfolioCycleDays)
      expect(Object.fromEntries(run.lifecycle.stages.map((stage) => [stage.name, stage.accounts]))).toEqual(
        lifecycle.stages,
      )
      expect(finished.out).toContain(join(out, 'report.html'))
      expect(readdirSync(join(folder.path, out)).toSorted()).toEqual([
        'accounts.csv',
        'accounts.xlsx',
        'rejected.csv',
        'report.html',
        'run.json',
      ])
    })
  }

  test('gives the same accounts in both languages', () => {
    const figures = (locale: string): string[] =>
      text(`demo ${locale}`, 'accounts.csv')
        .split(/\r?\n/)
        // Names and groups are translated; what stands before and behind them is not.
        .map((line) => line.replace(/^("[^"]*"),(?:"[^"]*"|),(?:"[^"]*"|),/, '$1,'))
    expect(figures('en').join('\n') === figures('zh-CN').join('\n')).toBe(true)
  })

  test('keeps every row of the file: rejected rows can be corrected and imported again', async () => {
    const rejected = text('demo zh-CN', 'rejected.csv')
    expect(rejected.trimEnd().split('\r\n')).toHaveLength(1 + answers.rows.rejected + answers.rows.setAside)
    const corrected = rejected.replaceAll('1O80.5', '1080.5').replaceAll(/(?<=,)2024\/13\/5(?=,)/g, '2024/12/5')
    writeFileSync(join(folder.path, 'corrected.csv'), corrected)
    const words = ['analyze', 'corrected.csv', '--out', 'again', '--json', '--locale', 'zh-CN', ...briefly]
    const finished = await runProgram(words, { cwd: folder.path })
    const run = Run.parse(JSON.parse(finished.out))
    expect(run.run.imports[0]?.mapping).toMatchObject({ customer: '客户编码', date: '订单日期', amount: '金额' })
    expect(run.run.imports[0]?.accepted).toBeGreaterThan(0)
  })
})

describe('copies of one file in other encodings', () => {
  test('give the same accounts.csv, byte for byte', async () => {
    const source = readFileSync(sampleFile('zh-CN', 'sales'), 'utf8').replace('\uFEFF', '')
    const head = source.split('\r\n').slice(0, 3000).join('\n')
    const { execFileSync } = await import('node:child_process')
    writeFileSync(join(folder.path, 'utf8.csv'), head)
    const gb18030 = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: head })
    writeFileSync(join(folder.path, 'gb18030.csv'), gb18030)
    writeFileSync(join(folder.path, 'utf16.csv'), Buffer.from(`\uFEFF${head}`, 'utf16le'))
    writeFileSync(join(folder.path, 'utf16-bare.csv'), Buffer.from(head, 'utf16le'))
    const files = ['utf8.csv', 'gb18030.csv', 'utf16.csv', 'utf16-bare.csv']
    const results: string[] = []
    for (const file of files) {
      const finished = await runProgram(['analyze', file, '--out', `of ${file}`, '--quiet', ...briefly], {
        cwd: folder.path,
      })
      expect(finished).toEqual({ code: 0, out: '', err: '' })
      results.push(text(`of ${file}`, 'accounts.csv'))
    }
    expect(new Set(results).size).toBe(1)
    expect(results[0]?.startsWith('\uFEFFaccount,accountName,')).toBe(true)
  })
})

describe('options', () => {
  test('as-of, measure, cuts, currency and configuration reach the run', async () => {
    writeFileSync(join(folder.path, 'settings.json'), JSON.stringify({ measure: 'grossProfit', abc: [0.7, 0.9] }))
    const words = [
      'demo',
      '--config',
      'settings.json',
      '--as-of',
      '2025-07-01',
      '--currency',
      'usd',
      '--abc',
      '0.6,0.9',
      ...briefly,
    ]
    const finished = await runProgram([...words, '--json', '--locale', 'en'], { cwd: folder.path })
    const run = Run.parse(JSON.parse(finished.out))
    expect(run).toMatchObject({ segmentation: null, behaviour: null, selection: { backtest: null } })
    expect(run.run).toMatchObject({ asOf: '2025-07-01', currency: 'USD' })
    expect(run.abc).toMatchObject({ measure: 'grossProfit', cuts: [0.6, 0.9] })
    expect(run.totals.lastOrder && run.totals.lastOrder < '2025-07-01').toBe(true)
  })

  test('a workspace keeps what was imported, and the same file is not counted twice', async () => {
    const words = ['demo', '--workspace', 'my workspace', '--json']
    const first = await runProgram([...words, '--out', 'one'], { cwd: folder.path })
    const second = await runProgram([...words, '--out', 'two'], { cwd: folder.path })
    expect(second.code).toBe(0)
    expect(second.out).toBe(first.out)
    expect(text('two', 'rejected.csv')).toBe(text('one', 'rejected.csv'))
    const third = await runProgram(['analyze', '--workspace', 'my workspace', '--json', '--out', 'three'], {
      cwd: folder.path,
    })
    expect(Run.parse(JSON.parse(third.out)).totals).toEqual(Run.parse(JSON.parse(first.out)).totals)
  })

  test('the same file read in another way takes the place of the first reading', async () => {
    const file = 'customer,date,amount,other amount\nA,2025-01-05,100,7\nB,2025-02-05,50,8\n'
    writeFileSync(join(folder.path, 'two-amounts.csv'), file)
    const words = [
      'analyze',
      'two-amounts.csv',
      '--workspace',
      'two readings',
      '--json',
      '--out',
      'reading',
      ...briefly,
    ]
    const first = Run.parse(JSON.parse((await runProgram(words, { cwd: folder.path })).out))
    const mapped = await runProgram([...words, '--map', 'amount=other amount'], { cwd: folder.path })
    expect(first.totals.netRevenue).toBe(150)
    expect(Run.parse(JSON.parse(mapped.out)).totals).toMatchObject({ accounts: 2, orders: 2, netRevenue: 15 })
  })

  test('several files of different shape make one portfolio', async () => {
    mkdirSync(join(folder.path, 'parts'))
    writeFileSync(join(folder.path, 'parts', 'a.csv'), '客户,日期,金额\n甲公司,2025-01-05,100\n乙公司,2025-02-05,50\n')
    writeFileSync(
      join(folder.path, 'parts', 'b.jsonl'),
      '{"Customer":"甲公司","Order date":"2025-03-05","Quantity":2,"Unit price":30}\n',
    )
    const words = ['analyze', 'parts/a.csv', 'parts/b.jsonl', '--json', '--out', 'both', ...briefly]
    const run = Run.parse(JSON.parse((await runProgram(words, { cwd: folder.path })).out))
    expect(run.totals).toMatchObject({ accounts: 2, netRevenue: 210, orders: 3 })
  })

  test('a row of accounts.csv has every documented figure', () => {
    const [header = ''] = text('demo en', 'accounts.csv').replace('\uFEFF', '').split(/\r?\n/)
    const names = Object.keys(AccountRow.shape).filter((name) => name !== 'monthlyRevenue')
    expect(header.split(',').slice(0, names.length)).toEqual(names)
    expect(header.split(',').slice(names.length)).toHaveLength(24)
  })
})
