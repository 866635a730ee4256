import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { castsCheck } from './casts.ts'

async function lines(path: string, text: string): Promise<number[]> {
  return (await castsCheck.run(temporaryRepository({ [path]: text }))).map(({ line }) => line)
}

test('a cast without a word, or outside a named function', async () => {
  expect(await lines('domain/a.ts', 'export function f(a: unknown) {\n  return a as string\n}')).toEqual([2])
  expect(await lines('domain/a.ts', '// The driver promises it.\nconst a = b as string')).toEqual([2])
  expect(await lines('domain/a.ts', '// Far away.\n\nconst c = 1\nconst f = () => b as string')).toEqual([4])
})

test.each([
  '/** The driver promises it. */\nexport function f(a: unknown) {\n  return a as string\n}',
  'const f = (a: unknown) => {\n  // The driver promises it.\n  return a as string\n}',
  "const a = ['x'] as const",
  'const a = b satisfies string',
])('%s passes', async (text) => {
  expect(await lines('domain/a.ts', text)).toEqual([])
})

test('tests may build wrong input by a cast', async () => {
  expect(await lines('domain/a.test.ts', 'f(1 as never)')).toEqual([])
})
