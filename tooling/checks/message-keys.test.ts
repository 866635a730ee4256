import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { messageKeysCheck } from './message-keys.ts'

async function messages(catalogue: object, program: string): Promise<string[]> {
  const repository = temporaryRepository({
    'contract/messages/zh-CN/report.json': catalogue,
    'cli/output.ts': program,
    'cli/output.test.ts': "t('report.onlyInATest')",
  })
  return (await messageKeysCheck.run(repository)).map(({ path, line, message }) => `${path}:${line} ${message}`)
}

test('a message nobody asks for, even where a test does', async () => {
  const path = 'contract/messages/zh-CN/report.json:1'
  expect(await messages({ title: '一', onlyInATest: '二' }, "t('report.title')")).toEqual([
    `${path} nothing asks for report.onlyInATest`,
  ])
  expect(await messages({ stage: { new: '一' }, tier: { a: '二' } }, 't(`report.stage.${stage}`)')).toEqual([
    `${path} nothing asks for report.tier.a`,
  ])
})

test('a message that does not exist', async () => {
  expect(await messages({ a: '一' }, "t('report.a')\nt('report.b')\nx.t(`report.stage.${y}.name`)")).toEqual([
    'cli/output.ts:2 there is no message report.b',
    'cli/output.ts:3 there is no message report.stage.….name',
  ])
})

test.each([
  ['a literal', "t('report.title.top')"],
  ['a table of keys', "const keys = { top: 'report.title.top' }"],
  ['a template', 't(`report.title.${name}`)'],
  ['a template with an end', 't(`report.${name}.top`)'],
  ['a sum', "t('report.title.' + name)"],
  ['a whole branch', "t('report.title', { returnObjects: true })"],
])('%s is a use', async (_, program) => {
  expect(await messages({ title: { top: '一' } }, program)).toEqual([])
})

test('plural forms are asked for by their base', async () => {
  expect(await messages({ rows_one: '一', rows_other: '二' }, "t('report.rows', { count })")).toEqual([])
})

test('a subject that is only a word is no use of its messages', async () => {
  expect(await messages({ title: '一' }, "const command = 'report'")).toHaveLength(1)
  expect(await messages({ title: '一' }, "t('report', { returnObjects: true })")).toEqual([])
})

test('the name of a file is not a key', async () => {
  expect(await messages({ a: '一' }, "t('report.a')\nwrite('report.html')")).toEqual([])
})
