import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { ownWordsCheck } from './own-words.ts'

async function lines(path: string, text: string): Promise<number[]> {
  return (await ownWordsCheck.run(temporaryRepository({ [path]: text }))).map(({ line }) => line)
}

// Put together here, so that this file passes the check that it tests.
test.each([
  ['', 'work', 'main', 'a.ts'].join('/'),
  `see ${['', 'home', 'li', 'a.ts'].join('/')}`,
  ['https://registry', 'npmjs', 'org/zod'].join('.'),
  'fixed in this '.concat('session'),
])('%s', async (text) => {
  expect(await lines('domain/a.ts', `\n// ${text}\n`)).toEqual([2])
  expect(await lines('docs/a.md', `\n${text}\n`)).toEqual([2])
})

test.each(['a session ends when its cookie does', 'domain/work/orders.ts', '../shared/data', '`${root}/work/a`'])(
  '%s passes',
  async (text) => {
    expect(await lines('domain/a.ts', `// ${text}`)).toEqual([])
  },
)

test('a lock that says where packages came from', async () => {
  const lock = (resolved: string): string => `{\n  "a": { "resolved": "${resolved}", "link": true }\n}`
  expect(await lines('package-lock.json', lock('https://packages.example.com/a.tgz'))).toEqual([2])
  expect(await lines('package-lock.json', lock('methods'))).toEqual([])
})
