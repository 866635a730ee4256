import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { completeLockCheck } from './complete-lock.ts'

async function messages(packages: object): Promise<string[]> {
  const repository = temporaryRepository({ 'package-lock.json': JSON.stringify({ packages }, null, 2) })
  return (await completeLockCheck.run(repository)).map(({ line, message }) => `${line} ${message}`)
}

test('a package of a foreign platform that the lock leaves out', async () => {
  const packages = { 'node_modules/esbuild': { optionalDependencies: { '@esbuild/darwin-arm64': '0.28.2' } } }
  expect(await messages(packages)).toEqual([
    '5 the lock has no entry for @esbuild/darwin-arm64@0.28.2, which node_modules/esbuild names',
  ])
})

test('an entry is found where Node would find it', async () => {
  const packages = {
    '': { dependencies: { a: '1.0.0' } },
    web: { dependencies: { b: '1.0.0' } },
    'web/node_modules/b': { dependencies: { c: '1.0.0', d: '1.0.0' } },
    'web/node_modules/b/node_modules/c': {},
    'node_modules/a': { dependencies: { d: '1.0.0' } },
    'node_modules/d': { peerDependencies: { e: '1.0.0' } },
  }
  expect(await messages(packages)).toEqual([])
})
