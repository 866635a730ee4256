import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { openRepository, type Repository } from '../repository.ts'
import { temporaryRepository } from '../temporary-repository.ts'
import { trackedFilesCheck } from './tracked-files.ts'

async function messages(repository: Repository): Promise<string[]> {
  return (await trackedFilesCheck.run(repository)).map(({ path, line, message }) => `${path}:${line} ${message}`)
}

test('a file of more than 4 MiB', async () => {
  const repository = temporaryRepository({ 'samples/a.bin': 'a'.repeat(4 * 1024 * 1024 + 1), 'b.bin': 'b' })
  expect(await messages(repository)).toEqual(['samples/a.bin:0 4.0 MiB; a file has at most 4 MiB'])
})

test.each(['.env', 'web/.env.production', 'npm-debug.log', 'docs/.DS_Store', 'a.ts.orig'])(
  '%s is junk',
  async (path) => {
    expect(await messages(temporaryRepository({ [path]: '' }))).toEqual([`${path}:0 does not belong into the tree`])
  },
)

test('node_modules that git tracks', async () => {
  const { root } = temporaryRepository({ 'a.ts': '', 'node_modules/b/index.js': '' })
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  execFileSync('git', ['add', '--force', '.'], { cwd: root })
  expect(await messages(openRepository(root))).toEqual(['node_modules/b/index.js:0 does not belong into the tree'])
})

test('keys', async () => {
  const key = ['-----BEGIN', 'RSA', 'PRIVATE', 'KEY-----'].join(' ')
  expect(await messages(temporaryRepository({ 'cli/config.ts': `\nconst key = '${key}'` }))).toEqual([
    'cli/config.ts:2 looks like a secret key',
  ])
})
