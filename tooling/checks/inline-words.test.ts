import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { inlineWordsCheck } from './inline-words.ts'

async function lines(path: string, text: string): Promise<number[]> {
  return (await inlineWordsCheck.run(temporaryRepository({ [path]: text }))).map(({ line }) => line)
}

test.each([
  ['web/rfm/title.ts', "\nexport const title = '重点客户'"],
  ['web/rfm/title.ts', '\nexport const title = `${count} 位客户`'],
  ['web/rfm/title.tsx', '\nexport const Title = () => <h1>重点客户</h1>'],
  ['domain/imports/commit-import.ts', '\nexport const unit = /万|亿/'],
  ['domain/rfm/segments.ts', '\nexport const names = { 重点: 1 }'],
])('in %s: %s', async (path, text) => {
  expect(await lines(path, text)).toEqual([2])
})

test.each([
  ['domain/imports/header/header-aliases.ts', "export const customer = ['客户名称']"],
  ['domain/imports/values/parse-amount.ts', 'export const unit = /万|亿/'],
  ['domain/identity/legal-form-lexicon.ts', "export const forms = ['有限公司']"],
  ['domain/imports/parse-amount.test.ts', "parse('1.2万')"],
  ['samples/generate.ts', "export const names = ['华东机电']"],
  ['domain/rfm/score.ts', '// 统一社会信用代码 is the best key for matching.\nf()'],
])('%s may say %s', async (path, text) => {
  expect(await lines(path, text)).toEqual([])
})
