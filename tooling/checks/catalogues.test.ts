import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { cataloguesCheck } from './catalogues.ts'

async function messages(chinese: object, english: object): Promise<string[]> {
  const repository = temporaryRepository({
    'contract/messages/zh-CN/report.json': chinese,
    'contract/messages/en/report.json': english,
  })
  return (await cataloguesCheck.run(repository)).map(({ message }) => message)
}

test('a key that one language lacks', async () => {
  expect(await messages({ title: { top: '重点客户' } }, { title: { top: 'Key accounts', end: 'End' } })).toEqual([
    'zh-CN has no message report.title.end',
  ])
  expect(await messages({ title: '重点客户' }, {})).toEqual(['en has no message report.title'])
})

test('a file that one language lacks', async () => {
  const repository = temporaryRepository({
    'contract/messages/en/cli.json': {},
    'contract/messages/zh-CN/report.json': {},
  })
  expect((await cataloguesCheck.run(repository)).map(({ message }) => message)).toEqual([
    'en has no report.json',
    'zh-CN has no cli.json',
  ])
})

test('placeholders that differ', async () => {
  expect(await messages({ rows: '{{count}} 行' }, { rows: '{{rows}} rows in {{file}}' })).toEqual([
    'report.rows fills count in zh-CN, file, rows in en',
  ])
})

test('plural forms count as one message', async () => {
  expect(await messages({ rows: '{{count}} 行' }, { rows_one: 'one row', rows_other: '{{count}} rows' })).toEqual([])
  expect(await messages({ rows: '一些行' }, { rows_one: 'one row', rows_other: '{{count}} rows' })).toEqual([
    'report.rows fills nothing in zh-CN, count in en',
  ])
})

test.each(['No rows were found', '导入失败：the file could not be read at all'])(
  '%s is left in English',
  async (text) => {
    expect(await messages({ a: text }, { a: 'A' })).toEqual(['report.a is left in English'])
  },
)

test.each([
  'BG/NBD',
  'Pareto/NBD 模型',
  '{{file}} 不是 CSV',
  '运行 `vitalfew report orders.csv --top ten`',
  'K-means 与 Ward',
])('%s is Chinese enough', async (text) => {
  expect(await messages({ a: text }, { a: text.includes('{{file}}') ? '{{file}} is no CSV' : 'A' })).toEqual([])
})

test('an empty text, and an English one left in Chinese', async () => {
  expect(await messages({ a: ' ', b: '乙' }, { a: 'A', b: '乙' })).toEqual([
    'report.a says nothing',
    'report.b is left in Chinese',
  ])
})
