import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { environmentCheck } from './environment.ts'

test.each(['process.env.HOME', "process['env']", "import { env } from 'node:process'"])('%s is found', async (read) => {
  const repository = temporaryRepository({ 'cli/output.ts': `\n${read}\n` })
  expect(await environmentCheck.run(repository)).toEqual([expect.objectContaining({ path: 'cli/output.ts', line: 2 })])
})

test.each(['cli/config.ts', 'bench/main.ts', 'cli/output.test.ts', 'vitest.config.ts'])(
  '%s may read it',
  async (path) => {
    expect(await environmentCheck.run(temporaryRepository({ [path]: 'process.env.HOME' }))).toEqual([])
  },
)
