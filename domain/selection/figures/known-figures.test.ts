import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { locales, translator } from '@vitalfew/contract/locale.ts'
import { type OpenStore, openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultModel } from '../default-model.ts'
import { addFigures, figuresOfColumns } from './figure-log.ts'
import { knownFigures } from './known-figures.ts'
import { readFigures } from './read-figures.ts'

const folder = mkdtempSync(join(tmpdir(), 'figures '))
let open: OpenStore

beforeAll(async () => {
  open = await openEmbeddedStore({ directory: join(folder, 'store'), durable: false })
})

afterAll(async () => {
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

const model = {
  ...defaultModel,
  gates: [
    {
      id: 'noOverdueDebt',
      condition: { metric: 'given.overdueDebt', atMost: 0 },
      text: { 'zh-CN': '没有逾期欠款', en: 'No overdue debt' },
    },
  ],
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const today = '2025-06-01'
const read = (path: string) => readFigures({ path, today, author: 'Li' })

describe('a file of figures', () => {
  test('has the account, any figures, and where it is known the day, the author and the source', async () => {
    const path = file(
      '补充.csv',
      '客户编码,客户名称,逾期欠款,账期（天）,日期,提供人,来源\nC1,甲公司,"￥1,200.50",30,2025/3/1,王芳,ERP\n,乙公司,0,,2025-03-02,,\n,,7,7,,,\n',
    )
    const row = { day: '2025-03-01', author: '王芳', reason: 'ERP', file: '补充.csv' }
    expect(await read(path)).toEqual([
      { ...row, account: 'C1', figure: '逾期欠款', value: 1200.5 },
      { ...row, account: 'C1', figure: '账期（天）', value: 30 },
      { ...row, account: '乙公司', figure: '逾期欠款', value: 0, day: '2025-03-02', author: 'Li', reason: '' },
    ])
  })

  test('may be a workbook', async () => {
    const rows = [
      ['Customer', 'Overdue debt', 'Satisfaction'],
      ['C1', 12.5, 0.8],
      ['C2', null, -0.25],
    ]
    const path = file('figures.xlsx', await writeXlsx({ sheets: [{ name: 'figures', rows }] }))
    const found = (await read(path)).map(({ account, figure, value, day }) => [account, figure, value, day])
    expect(found).toEqual([
      ['C1', 'Overdue debt', 12.5, today],
      ['C1', 'Satisfaction', 0.8, today],
      ['C2', 'Satisfaction', -0.25, today],
    ])
  })

  test.each([
    ['客户,逾期\nC1,3\nC2,很多\n', '第 3 行“逾期”列：“很多”不是数字', 'Row 3, column 逾期'],
    ['账号,逾期\nC1,3\n', '缺少客户列', 'no column that says the account'],
    ['客户,日期\nC1,2025-01-01\n', '没有任何数据列', 'no column of figures'],
    ['客户,Overdue debt,overdueDebt\nC1,3,4\n', '第 2 列和第 3 列', 'columns 2 and 3'],
    ['客户,逾期,日期\nC1,3,改天\n', '第 2 行：看不懂日期“改天”', 'Row 2'],
    ['客户,逾期\nC1,3\n\nC1,4\n', '第 2 行和第 4 行', 'C1'],
  ])('%j is refused in words', async (text, chinese, english) => {
    const words = await complaint(() => read(file('wrong.csv', text)))
    expect(words).toContain(chinese)
    expect(words).toContain(english)
    expect(words).toContain('wrong.csv')
  })

  test('may say the same twice', async () => {
    expect(await read(file('twice.csv', '客户,逾期\nC1,3\nC1,3.0\n'))).toHaveLength(1)
  })
})

describe('what models ask for', () => {
  const known = { models: [model], today, author: 'Li', before: undefined, isKept: true }

  test('has to have been given by some file, and then is known', async () => {
    const other = file('other.csv', 'account,Overdue debts,Share of wallet\nC1,5,20%\n')
    for (const database of [undefined, open.store.database]) {
      const words = await complaint(() => knownFigures(database, { ...known, path: other }))
      expect(words).toContain('default@1 要用补充数据“overdueDebt”')
      expect(words).toContain('asks for the given figure "overdueDebt"')
      expect(words).toContain('Overdue debts, Share of wallet')
    }
    const path = file('debts.csv', 'account,Overdue debt,Share of wallet,date\nC1,5,20%,2025-01-31\nC2,0,,2025-02-28\n')
    const given = await knownFigures(undefined, { ...known, path })
    expect(given.map(({ account, figure, value }) => [account, figure, value])).toEqual([
      ['C1', 'Overdue debt', 5],
      ['C2', 'Overdue debt', 0],
    ])
    // Not kept: the next one does not know it.
    expect(await knownFigures(open.store.database, { ...known, path, isKept: false })).toEqual(given)
    await expect(knownFigures(open.store.database, { ...known, path: undefined })).rejects.toThrow('figures.missing')
    // In a workspace the same figures as from the file, from then on without it.
    expect(await knownFigures(open.store.database, { ...known, path })).toEqual(given)
    expect(await knownFigures(open.store.database, { ...known, path: undefined })).toEqual(given)
    const before = await knownFigures(open.store.database, { ...known, path: undefined, before: '2025-02-28' })
    expect(before).toEqual(given.slice(0, 1))
    // A model that asks for nothing is told nothing.
    expect(await knownFigures(open.store.database, { ...known, models: [defaultModel], path })).toEqual([])
  })

  test('is a log: a figure is added where it differs from what holds, and nothing is ever lost', async () => {
    const { database } = open.store
    const figure = { account: 'C9', figure: 'days', day: today, author: '', reason: '', file: 'a.csv' }
    const say = (...values: number[]) =>
      addFigures(
        database,
        values.map((value) => ({ ...figure, value })),
      )
    expect(await say(30)).toBe(1)
    expect(await say(30)).toBe(0)
    expect(await say(45)).toBe(1)
    // Back to what it was before the correction.
    expect(await say(30)).toBe(1)
    const kept = await figuresOfColumns(database, ['days'])
    expect(kept.map(({ value }) => value)).toEqual([30, 45, 30])
    const many = Array.from({ length: 25_000 }, (_, i) => ({ ...figure, account: `M${i}`, value: i }))
    const both = await Promise.all([addFigures(database, many), addFigures(database, many)])
    expect(both.toSorted((a, b) => a - b)).toEqual([0, 25_000])
  })
})

/** What a person is told, in every language. */
async function complaint(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ProductError)) throw error
    return locales.map((locale) => translator(locale)(`errors.${error.code}`, error.details)).join('\n')
  }
  return ''
}
