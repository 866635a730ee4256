import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { dependenciesCheck } from './dependencies.ts'

const manifests = {
  'package.json': { name: 'repository', devDependencies: { vitest: '5.1.1' } },
  'methods/package.json': { name: '@vitalfew/methods' },
  'contract/package.json': { name: '@vitalfew/contract', dependencies: { zod: '4.6.7' } },
  'domain/package.json': { name: '@vitalfew/domain', dependencies: { '@vitalfew/contract': '0.1.0' } },
}

async function messages(files: Record<string, string | object>): Promise<string[]> {
  const findings = await dependenciesCheck.run(temporaryRepository({ ...manifests, ...files }))
  return findings.map(({ path, line, message }) => `${path}:${line} ${message}`)
}

test('a package that is not declared where it is imported', async () => {
  expect(await messages({ 'domain/rfm/score.ts': "import { z } from 'zod/mini'" })).toEqual([
    'domain/rfm/score.ts:1 zod is not declared in domain/package.json',
  ])
})

test('a workspace that is not declared, by name or by path', async () => {
  const files = {
    'domain/rfm/score.ts': "import { gini } from '@vitalfew/methods/gini.ts'",
    'domain/rfm/share.ts': "import { gini } from '../../methods/gini.ts'",
  }
  expect(await messages(files)).toEqual([
    'domain/rfm/score.ts:1 @vitalfew/methods is not declared in domain/package.json',
    'domain/rfm/share.ts:1 @vitalfew/methods is not declared in domain/package.json',
  ])
})

test.each(['^4.6.7', '~4.6.7', '4', '*', 'latest', '>=4.6.7'])('the version %s is not exact', async (version) => {
  const manifest = { name: '@vitalfew/web', dependencies: { zod: version } }
  expect(await messages({ 'web/package.json': manifest })).toEqual([
    `web/package.json:1 zod is not pinned to one version: ${version}`,
  ])
})

test('what is declared passes; tests may use the packages of the root', async () => {
  const files = {
    'contract/run.ts': "import { z } from 'zod'\nimport { join } from 'node:path'",
    'contract/run.test.ts': "import { test } from 'vitest'",
    'domain/rfm/score.ts': "import { ProductError } from '@vitalfew/contract/errors.ts'",
  }
  expect(await messages(files)).toEqual([])
})
