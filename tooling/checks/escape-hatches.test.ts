import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { escapeHatchesCheck } from './escape-hatches.ts'

async function messages(path: string, text: string): Promise<string[]> {
  const findings = await escapeHatchesCheck.run(temporaryRepository({ [path]: text }))
  return findings.map(({ line, message }) => `${line} ${message}`)
}

test.each([
  ['as any', 'const a = b as any'],
  [': any', 'function f(a: any) {}'],
  [': any', 'const a: Map<string, any> = b'],
  ['as unknown as', 'const a = b as unknown as string'],
  ['!', 'const a = b!'],
  ['!', 'let a!: string'],
  ['@ts-ignore', '// @ts-'.concat('ignore\nf()')],
  ['@ts-expect-error', '/* @ts-'.concat('expect-error */ f()')],
  ['oxlint-disable', '// oxlint-'.concat('disable-next-line no-console\nf()')],
  ['TODO', '// TO'.concat('DO: later')],
])('%s is counted', async (kind, text) => {
  expect(await messages('domain/a.ts', text)).toEqual([`1 ${kind} is an escape hatch`])
})

test.each(["test.skip('a', f)", "describe.only('a', f)", "it.todo('a')", "test.concurrent.only.each([1])('a', f)"])(
  '%s is counted in a test',
  async (text) => {
    expect(await messages('domain/a.test.ts', text)).toHaveLength(1)
    expect(await messages('domain/a.ts', text)).toEqual([])
  },
)

test('what only looks like one is not counted', async () => {
  const text = [
    'const a = "b as any; TODO"',
    'const b = c as const',
    'if (!a !== b) f()',
    'describe.skipIf(a)("b", f)',
    'rows.skip(3)',
    '// any company, as anyone knows',
  ].join('\n')
  expect(await messages('domain/a.test.ts', text)).toEqual([])
})
