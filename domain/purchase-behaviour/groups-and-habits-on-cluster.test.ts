import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { openTestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { expect, inject, it } from 'vitest'
import { currentSalesImports, importSalesFiles, planSalesFiles } from '../imports/index.ts'
import { writeAccountMetrics } from '../metrics/index.ts'
import { segmentationRun } from '../segmentation/index.ts'
import { behaviourRun } from './behaviour-run.ts'

/** What a warehouse says of the accounts of the sample company: who is alike, and how they buy. */
async function answersOf(cluster: Parameters<typeof openTestWarehouse>[0]) {
  const { warehouse, close } = await openTestWarehouse(cluster)
  try {
    const plans = await planSalesFiles({ paths: [sampleFile('zh-CN', 'sales')], overrides: {} })
    const onLeftOut = (): Promise<void> => Promise.resolve()
    await importSalesFiles(warehouse, { plans, dropDuplicates: false, onLeftOut, onProgress: () => undefined })
    const imports = (await currentSalesImports(warehouse)).map(({ id }) => id)
    const scope = { imports, membershipSequence: 0, asOf: '2026-01-01' }
    const [dataStart, currency, locale] = ['2023-01-01', 'CNY', 'zh-CN'] as const
    await warehouse.run(writeAccountMetrics, { ...scope, runId: 'grouped', dataStart })
    const groups = await segmentationRun(warehouse, { ...scope, runId: 'grouped', locale, currency })
    return { groups, habits: await behaviourRun(warehouse, { scope, currency, dataStart, locale }) }
  } finally {
    await close()
  }
}

it('groups and habits are the same on a cluster as in one engine', async () => {
  const onCluster = await answersOf(inject('cluster'))
  const inOne = await answersOf(undefined)
  expect(onCluster).toEqual(inOne)
  expect(onCluster.groups?.accounts).toBe(449)
  expect(Object.values(onCluster.habits).every((part) => part !== null)).toBe(true)
}, 240_000)
