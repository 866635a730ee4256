import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { sizesCheck } from './sizes.ts'

const lines = (count: number): string => 'a()\n'.repeat(count)

async function messages(files: Record<string, string | object>): Promise<string[]> {
  return (await sizesCheck.run(temporaryRepository(files))).map(
    ({ path, line, message }) => `${path}:${line} ${message}`,
  )
}

test('a file of 301 lines, program or SQL', async () => {
  expect(
    await messages({ 'domain/a.ts': lines(301), 'warehouse/b.sql': lines(301), 'domain/c.ts': lines(300) }),
  ).toEqual(['domain/a.ts:0 301 lines; a file has at most 300', 'warehouse/b.sql:0 301 lines; a file has at most 300'])
})

test.each([
  ['score', (body: string) => `function score() {\n${body}}`],
  ['score', (body: string) => `const score = () => {\n${body}}`],
  ['score', (body: string) => `class A {\n  score() {\n${body}}}`],
  ['score', (body: string) => `const a = { score: async () => {\n${body}} }`],
  ['a nameless function', (body: string) => `run(() => {\n${body}})`],
])('%s of 61 lines', async (name, write) => {
  expect(await messages({ 'domain/a.ts': write(lines(59)) })).toEqual([
    expect.stringMatching(new RegExp(`^domain/a.ts:[12] ${name} has 61 lines`)),
  ])
  expect(await messages({ 'domain/a.ts': write(lines(58)) })).toEqual([])
})

test('a suite may be long, a test may not', async () => {
  const suite = `describe.skipIf(b)('a', () => {\n${lines(70)}})`
  expect(await messages({ 'domain/a.test.ts': suite })).toEqual([])
  expect(await messages({ 'domain/a.test.ts': suite.replace('describe.skipIf(b)', 'test') })).toHaveLength(1)
})

test('a listed exception may stay as long as it is, not grow', async () => {
  const exceptions = { 'file lines': { 'domain/a.ts': 310 } }
  const files = (count: number) => ({ 'domain/a.ts': lines(count), 'tooling/size-exceptions.json': exceptions })
  expect(await messages(files(310))).toEqual([])
  expect(await messages(files(311))).toEqual(['domain/a.ts:0 311 lines; a file has at most 300'])
})
