import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { namesCheck } from './names.ts'

async function messages(...paths: string[]): Promise<string[]> {
  const files = Object.fromEntries(paths.map((path) => [path, '']))
  return (await namesCheck.run(temporaryRepository(files))).map(({ message }) => message)
}

test.each([
  ['domain/rfm/scoreAccounts.ts', 'kebab-case'],
  ['domain/rfm/score_accounts.ts', 'kebab-case'],
  ['domain/customerValue/score.ts', 'the folder customerValue'],
  ['web/charts/ParetoChart.tsx', 'kebab-case'],
  ['domain/rfm/utils.ts', 'utils.ts has no home'],
  ['domain/rfm/types.ts', 'types.ts has no home'],
  ['domain/shared/score.ts', 'a folder named shared has no home'],
  ['domain/rfm/score.spec.ts', 'tests are named'],
  ['web/charts/pareto.test.tsx', 'tests are named'],
  ['domain/rfm/score.unit.ts', 'known suffix'],
  ['cli/commands/accounts.query.ts', 'a query lives in the capability'],
  ['domain/accounts.query.ts', 'a query lives in the capability'],
  ['warehouse/migrations/0001_sales.sql', 'NNNN_verb_object'],
  ['warehouse/migrations/1_create_sales.sql', 'NNNN_verb_object'],
])('%s: %s', async (path, message) => {
  expect(await messages(path)).toEqual([expect.stringContaining(message)])
})

test.each([['0002_create_sales.sql'], ['0001_create_sales.sql', '0003_create_import.ts']])(
  'migrations %s leave a gap',
  async (...names) => {
    const paths = names.map((name) => `store/migrations/${name}`)
    expect(await messages(...paths)).toEqual([expect.stringContaining('the next migration of this folder')])
  },
)

test('good names pass', async () => {
  const paths = [
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    'LICENSE',
    '.ci/run',
    '.editorconfig',
    'tsconfig.json',
    'vitest.config.ts',
    'contract/messages/zh-CN/errors.json',
    'domain/abc-classification/classified-accounts.query.test.ts',
    'domain/workspace/hold-workspace.fixture.ts',
    'methods/ranking/gini.law.test.ts',
    'samples/data/销售明细.csv',
    'store/migrations/0001_create_account.sql',
    'store/migrations/0002_add_tier.ts',
    'warehouse/tables/sales_per_customer_day.sql',
    'web/charts/pareto-chart.tsx',
  ]
  expect(await messages(...paths)).toEqual([])
})
