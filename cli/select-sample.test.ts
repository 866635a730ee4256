import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Backtest } from '@vitalfew/contract/selection-backtest.ts'
import { Selection } from '@vitalfew/contract/selection.ts'
import { readyModelFile } from '@vitalfew/samples/model-files.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hasRealData, realData, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const Printed = z.looseObject({ selection: Selection })
const sales = [sampleFile('zh-CN', 'sales'), '--currency', 'CNY', '--drop-duplicates']
const workspace = ['--workspace', 'ws', '--locale', 'zh-CN']

function select(...words: string[]) {
  return runProgram(['select', ...words], { cwd: folder.path })
}

async function selected(...words: string[]): Promise<Selection> {
  const finished = await select(...words, '--json')
  expect(finished.err).toBe('')
  return Printed.parse(JSON.parse(finished.out)).selection
}

function manifest(directory: string): unknown {
  return JSON.parse(readFileSync(join(folder.path, directory, 'manifest.json'), 'utf8'))
}

/** Each step is a program of its own with two engines. */
const patience = { timeout: 300_000 }

describe('vitalfew select', patience, () => {
  test('chooses, remembers, listens to people, and proves it', async () => {
    const first = await selected(...workspace, ...sales, '--as-of', '2025-01-01')
    expect(first.tiers.map(({ accounts }) => accounts)).toEqual([9, 34, 375])
    expect(first.migration).toBeNull()

    const given = [
      '--account',
      'C0187',
      '--tier',
      'key',
      '--reason',
      '战略合作',
      '--author',
      '王芳',
      '--until',
      '2027-12-31',
    ]
    expect((await select('override', ...workspace, ...given)).code).toBe(0)
    const twice = await select('override', ...workspace, ...given)
    expect(twice).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^客户“.+（C0187）”.+#1 关键（王芳，至 2027-12-31）/),
    })

    const second = await selected(...workspace, '--evidence', 'evidence one', '--out', 'out')
    expect(second.migration).toMatchObject({ fromAsOf: '2025-01-01' })
    expect(second.overrides).toMatchObject([{ account: 'C0187', tier: 'key', instead: 'strategic' }])
    expect(second.accounts.find(({ account }) => account === 'C0187')).toMatchObject({
      tier: 'key',
      tierRule: 'override',
    })
    const between = await select('migration', '2025-01-01', '2026-01-01', ...workspace, '--json')
    expect(JSON.parse(between.out)).toMatchObject({ ...second.migration, toAsOf: '2026-01-01' })
    expect(existsSync(join(folder.path, 'out', 'selection.json'))).toBe(true)
    // The report is by the same run: it knows what people decided.
    expect(readFileSync(join(folder.path, 'out', 'report.html'), 'utf8')).toContain('战略合作')

    expect(await selected(...workspace, '--evidence', 'evidence two')).toEqual(second)
    expect(manifest('evidence two')).toEqual(manifest('evidence one'))
    await select('override', ...workspace, '--remove', '1')
    await selected(...workspace, '--evidence', 'evidence three')
    expect(manifest('evidence three')).not.toMatchObject({
      sha256: z.looseObject({ sha256: z.string() }).parse(manifest('evidence one')).sha256,
    })
  })

  test('takes the scores of a file, and keeps them', async () => {
    writeFileSync(
      join(folder.path, '评分.csv'),
      '客户,行业影响力,评分人\nC0024,5,王芳\nC0187,4,李强\n没有这家,3,李强\n',
    )
    const model = ['--model', 'size-industry-need']
    const scored = await selected(...workspace, ...model, '--scores', '评分.csv')
    expect(scored.criteria.find(({ id }) => id === 'influence')).toMatchObject({ known: 2, weight: 0.2 })
    expect(scored.notes.join(' ')).toContain('没有这家')
    const again = await selected(...workspace, ...model)
    expect(again.criteria).toEqual(scored.criteria)
  })

  test('asks for figures that are not sales, and keeps them', async () => {
    const text = readFileSync(readyModelFile('value-pyramid'), 'utf8')
    const document = z.looseObject({ gates: z.array(z.unknown()) }).parse(JSON.parse(text))
    const gate = {
      id: 'noOverdueDebt',
      condition: { metric: 'given.逾期欠款', atMost: 0, ifUnknown: true },
      text: { 'zh-CN': '没有逾期欠款', en: 'No overdue debt' },
    }
    writeFileSync(
      join(folder.path, 'sound.json'),
      JSON.stringify({ ...document, name: 'sound', gates: [...document.gates, gate] }),
    )
    const model = ['--model', './sound.json']
    expect(await select(...workspace, ...model)).toMatchObject({
      code: 3,
      err: expect.stringContaining('没有哪个文件给出这一列。请用 --figures'),
    })
    const plain = await selected(...workspace, '--model', 'value-pyramid')
    const [debtor = '', sound = ''] = plain.accounts.map(({ account }) => account)
    writeFileSync(
      join(folder.path, '欠款.csv'),
      `客户编码,逾期欠款,日期,来源\n${debtor},"12,500.00",2025-06-30,ERP\n${sound},0,2025-06-30,ERP\n没有这家,1,2025-06-30,ERP\n`,
    )
    const figures = ['--figures', '欠款.csv', '--author', '王芳']
    const given = await selected(...workspace, ...model, ...figures, '--evidence', 'evidence four')
    expect(given.gated).toBe(plain.gated + 1)
    expect(given.accounts.map(({ account }) => account)).not.toContain(debtor)
    expect(given.accounts.map(({ account }) => account)).toContain(sound)
    expect(given.notes.join('')).toContain('2 家客户有数据，来自 欠款.csv，截至 2025-06-30')
    expect(given.notes.join('')).toContain('找不到：没有这家')
    expect(await selected(...workspace, ...model, '--evidence', 'evidence five')).toEqual(given)
    expect(manifest('evidence five')).toEqual(manifest('evidence four'))
    expect(manifest('evidence five')).toMatchObject({
      parts: expect.arrayContaining([expect.objectContaining({ name: 'figures', rows: 4 })]),
    })
  })

  test('refuses a used version with other content, and compares two as sentences', async () => {
    const text = readFileSync(readyModelFile('size-industry-need'), 'utf8').replace('"enter": 0.1,', '"enter": 0.11,')
    writeFileSync(join(folder.path, 'changed.json'), text)
    const refused = await select(...workspace, '--model', './changed.json')
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('请把版本号改为 2') })
    const compared = await select('compare', 'size-industry-need@1', './changed.json', ...workspace, '--json')
    const comparison = z
      .looseObject({ differences: z.array(z.string()), moved: z.int() })
      .parse(JSON.parse(compared.out))
    expect(comparison.differences).toHaveLength(1)
    expect(comparison.moved).toBeGreaterThan(0)
  })

  test('names what is wrong with a model and where', async () => {
    const wrong = readFileSync(readyModelFile('dealers'), 'utf8').replace('"volume": 0.35', '"volume": 0.3')
    writeFileSync(join(folder.path, 'wrong.json'), wrong)
    expect(await select(...workspace, '--model', './wrong.json')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/wrong\.json 的 weights\.values：权重合计为 0\.95，应为 1/),
    })
    expect(await select(...workspace, '--model', 'nothing')).toMatchObject({
      code: 2,
      err: expect.stringContaining('dealers'),
    })
    expect(await select('--locale', 'en')).toMatchObject({ code: 2 })
  })
})

describe.skipIf(!hasRealData)('vitalfew select backtest', patience, () => {
  test.each([
    ['online-retail/online_retail.csv.gz', 6, 'netRevenue'],
    ['superstore/Sample - Superstore.csv', 12, 'grossProfit'],
  ])('%s has an honest winner', async (file, horizonMonths, measure) => {
    const finished = await select('backtest', join(realData, file), '--locale', 'en', '--json')
    expect(finished.code).toBe(0)
    const { backtest } = z.object({ backtest: Backtest }).parse(JSON.parse(finished.out))
    expect(backtest).toMatchObject({ horizonMonths, measure })
    for (const { captures } of backtest.origins) {
      const share = (ranking: string) => captures.find((capture) => capture.ranking === ranking)?.share ?? 0
      expect(share('foresight')).toBeGreaterThanOrEqual(share('champion'))
      expect(captures.map(({ ranking }) => ranking)).toEqual(['champion', 'revenue', 'rfm', 'chance', 'foresight'])
    }
    expect(backtest.verdict).toMatch(/the model is better|the model is worse|cannot be told/)
  })
})
