import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Repository } from '../repository.ts'
import { temporaryRepository } from '../temporary-repository.ts'
import { compiledTypesCheck } from './compiled-types.ts'
import { formatCheck } from './format.ts'
import { lintCheck } from './lint.ts'
import { unusedCodeCheck } from './unused-code.ts'

/** Other programs are started, on machines that may be busy. */
const patient = { timeout: 60_000 }

const tsconfig = {
  compilerOptions: { strict: true, noEmit: true, target: 'es2024', module: 'nodenext' },
  include: ['.'],
}

function repositoryWith(program: string): Repository {
  return temporaryRepository({ 'tsconfig.json': tsconfig, 'package.json': { type: 'module' }, 'domain/a.ts': program })
}

test('format: a file that oxfmt would change', patient, async () => {
  const findings = await formatCheck.run(temporaryRepository({ 'a.ts': 'f( 1 )', 'b.ts': 'f(1);\n' }))
  expect(findings.map(({ path }) => path)).toEqual(['a.ts'])
})

test.each([
  ['no-floating-promises', 'export const f = async () => 1\nf()'],
  ['no-misused-promises', 'export const f = (a: () => Promise<boolean>) => {\n  if (a()) return 1\n  return 2\n}'],
  ['no-explicit-any', 'export const a = 1\nexport const f = (b: any) => b === a'],
  ['no-non-null-assertion', 'export const f = (a: string | null) =>\n  a!.length'],
  [
    'switch-exhaustiveness-check',
    "export const f = (a: 'b' | 'c') => {\n  switch (a) { case 'b': return 1 }\n  return 2\n}",
  ],
  ['no-default-export', '\nexport default 1'],
])('lint: %s', patient, async (rule, program) => {
  expect(await lintCheck.run(repositoryWith(program))).toContainEqual({
    path: 'domain/a.ts',
    line: 2,
    message: expect.stringContaining(rule),
  })
})

test('types: what the compiler refuses', patient, async () => {
  expect(await compiledTypesCheck.run(repositoryWith("\nexport const a: number = 'b'"))).toEqual([
    { path: 'domain/a.ts', line: 2, message: expect.stringContaining('TS2322') },
  ])
  expect(await compiledTypesCheck.run(repositoryWith('export const a: number = 1'))).toEqual([])
})

test('unused code: a file, an export and a dependency', patient, async () => {
  const repository = temporaryRepository({
    'package.json': { name: 'a', type: 'module', main: 'a.ts', dependencies: { zod: '4.6.7' } },
    'a.ts': "import { b } from './b.ts'\nb()",
    'b.ts': 'export const b = () => 1\nexport const c = 2',
    'd.ts': 'export const d = 1',
  })
  symlinkSync(join(import.meta.dirname, '..', '..', 'node_modules'), join(repository.root, 'node_modules'))
  const findings = await unusedCodeCheck.run(repository)
  expect(findings.map(({ path, line, message }) => `${path}:${line} ${message}`).toSorted()).toEqual([
    'b.ts:2 nothing uses the export c',
    'd.ts:0 nothing uses this file: d.ts',
    'package.json:0 nothing uses the dependency zod',
  ])
})

test('a program that fails without a finding does not pass', patient, async () => {
  const repository = temporaryRepository({ 'package.json': '{ broken', 'a.ts': '' })
  expect(await unusedCodeCheck.run(repository)).toEqual([
    { path: '.', line: 0, message: expect.stringContaining('knip failed') },
  ])
})
