import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { fencesCheck } from './fences.ts'

async function messages(files: Record<string, string>): Promise<string[]> {
  return (await fencesCheck.run(temporaryRepository(files))).map(
    ({ path, line, message }) => `${path}:${line} ${message}`,
  )
}

test.each([
  ['methods/gini.ts', '@vitalfew/contract/errors.ts', 'methods must not import contract'],
  ['methods/gini.ts', 'lodash', 'methods must not import the package lodash'],
  ['methods/gini.ts', 'node:fs', 'methods must not import node:fs'],
  ['contract/run.ts', 'pg', 'contract must not import the package pg'],
  ['contract/run.ts', '../domain/rfm/index.ts', 'contract must not import domain'],
  ['warehouse/connect.ts', '@vitalfew/store/connect.ts', 'warehouse must not import store'],
  ['store/connect.ts', '../warehouse/connect.ts', 'store must not import warehouse'],
  ['store/connect.ts', '@clickhouse/client', 'store must not import the package @clickhouse/client'],
  ['domain/rfm/score.ts', '../../cli/output.ts', 'domain must not import cli'],
  ['domain/rfm/score.ts', '@vitalfew/web/report/report-html.ts', 'domain must not import web'],
  ['domain/rfm/score.ts', '../imports/sniff.ts', 'enter imports through domain/imports/index.ts'],
  ['cli/commands/report.ts', '@vitalfew/web/charts/pareto.ts', 'cli must not import web'],
  ['web/rfm/prepare-grid.ts', '@vitalfew/domain/rfm/index.ts', 'web must not import domain'],
  ['web/rfm/prepare-grid.test.ts', '@vitalfew/domain/rfm/index.ts', 'tests of web must not import domain'],
  ['domain/rfm/score.test.ts', '../../web/charts/pareto.ts', 'tests of domain must not import web'],
  ['domain/rfm/score.ts', '@vitalfew/samples/generate.ts', 'domain must not import samples'],
  ['domain/rfm/score.ts', '../../api/config.ts', 'domain must not import api'],
  ['api/routes/rfm.ts', '@vitalfew/web/charts/pareto.ts', 'api must not import web'],
  ['api/routes/rfm.ts', '../../cli/config.ts', 'api must not import cli'],
  ['web/rfm/prepare-grid.ts', '@vitalfew/api/config.ts', 'web must not import api'],
  ['contract/api/runs.ts', '@orpc/server', 'contract must not import the package @orpc/server'],
  ['cli/commands/demo.ts', '../../bench/main.ts', 'cli must not import bench'],
  ['cli/commands/demo.test.ts', '../../tooling/verify.ts', 'nothing imports tooling'],
])('%s may not import %s', async (path, specifier, message) => {
  expect(await messages({ [path]: `\nimport { a } from '${specifier}'\n` })).toEqual([
    expect.stringContaining(`${path}:2 ${message}`),
  ])
})

test.each(["export * from '../../cli/a.ts'", "await import('../../cli/a.ts')", "type A = import('../../cli/a.ts').A"])(
  '%s is an import as well',
  async (statement) => {
    expect(await messages({ 'domain/rfm/score.ts': statement })).toHaveLength(1)
  },
)

test.each([
  ['contract/run.ts', 'zod'],
  ['warehouse/connect.ts', '@vitalfew/contract/errors.ts'],
  ['domain/rfm/score.ts', '../imports/index.ts'],
  ['domain/rfm/score.ts', './bounds.ts'],
  ['domain/rfm/score.test.ts', '../imports/sniff.ts'],
  ['domain/rfm/score.test.ts', '@vitalfew/samples/generate.ts'],
  ['cli/commands/report.ts', '@vitalfew/web/report/report-html.ts'],
  ['cli/commands/demo.ts', '@vitalfew/samples/generate.ts'],
  ['cli/commands/serve.ts', '@vitalfew/web/app/app-bundle.ts'],
  ['cli/commands/serve.ts', '@vitalfew/api/start-server.ts'],
  ['api/routes/rfm.ts', '@vitalfew/domain/rfm/index.ts'],
  ['contract/api/runs.ts', '@orpc/contract'],
  ['web/rfm/prepare-grid.ts', '@vitalfew/methods/ranking/gini.ts'],
  ['bench/main.ts', '../domain/rfm/score.ts'],
])('%s may import %s', async (path, specifier) => {
  expect(await messages({ [path]: `import { a } from '${specifier}'` })).toEqual([])
})
