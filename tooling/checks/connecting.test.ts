import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { connectingCheck } from './connecting.ts'

const opening = "import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'"

test.each(['domain/rfm/score.ts', 'cli/commands/report.ts'])('%s may not open a store', async (path) => {
  const findings = await connectingCheck.run(temporaryRepository({ [path]: opening }))
  expect(findings).toEqual([{ path, line: 1, message: 'only a main.ts or cli/bin may call openEmbeddedWarehouse' }])
})

test.each(['cli/main.ts', 'cli/bin/vitalfew.mjs', 'domain/rfm/score.test.ts', 'warehouse/migrate.ts'])(
  '%s may',
  async (path) => {
    expect(await connectingCheck.run(temporaryRepository({ [path]: opening }))).toEqual([])
  },
)

test('the type of an open store is free to name', async () => {
  const file = "import { type OpenWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'"
  expect(await connectingCheck.run(temporaryRepository({ 'domain/rfm/score.ts': file }))).toEqual([])
})
