import { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { openTestWarehouse, type TestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { currentSalesImports, importSalesFiles, planSalesFiles } from '../imports/index.ts'
import { writeAccountMetrics } from '../metrics/index.ts'
import { segmentationRun } from './segmentation-run.ts'
import { withForecasts } from './table/forecast-figures.ts'
import { metricsTable } from './table/metrics-table.ts'

let opened: TestWarehouse

beforeAll(async () => {
  opened = await openTestWarehouse(inject('cluster'))
}, 120_000)

afterAll(() => opened.close())

const words = { locale: 'zh-CN', currency: 'CNY' } as const

function asked<Scope>(scope: Scope) {
  return { ...scope, firstDay: '2023-01-01', signal: new AbortController().signal }
}

describe('segmentationRun', () => {
  it('groups the accounts of the sample company and calls them by their names', async () => {
    const { warehouse } = opened
    const plans = await planSalesFiles({ paths: [sampleFile('zh-CN', 'sales')], overrides: {} })
    await importSalesFiles(warehouse, {
      plans,
      dropDuplicates: false,
      onLeftOut: () => Promise.resolve(),
      onProgress: () => undefined,
    })
    const imports = (await currentSalesImports(warehouse)).map(({ id }) => id)
    const scope = { runId: 'grouped', imports, membershipSequence: 0, asOf: '2026-01-01' }
    await warehouse.run(writeAccountMetrics, { ...scope, dataStart: '2023-01-01' })
    const found = await segmentationRun(warehouse, { ...scope, ...words })
    const plain = z.strictObject(Segmentation.shape).parse(JSON.parse(JSON.stringify(found)))
    expect(plain.accounts).toBe(449)
    expect(plain.dendrogram?.leaves.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(449)
    expect(plain.clusters[0]?.amountShare).toBeGreaterThan(0.5)
    const names = plain.clusters.flatMap(({ typical }) => typical.map(({ accountName }) => accountName))
    expect(names.every((name) => /\p{Script=Han}/u.test(name))).toBe(true)
    expect(plain.projection.accounts.every((account) => !/^\d{15,}$/.test(account))).toBe(true)
  }, 120_000)

  it('foretells accounts where forecasts are among the features, and leaves nothing behind', async () => {
    const { warehouse } = opened
    const imports = (await currentSalesImports(warehouse)).map(({ id }) => id)
    const scope = { runId: 'grouped', imports, membershipSequence: 0, asOf: '2026-01-01', ...words }
    const features = ['netRevenue', 'PALIVE', 'clv', 'churnRisk']
    const measured = await metricsTable(warehouse, { ...scope, features, source: 'sales', file: '' })
    expect(await withForecasts(warehouse, measured, { ...asked(scope), features: ['netRevenue'] })).toBe(measured)
    const { features: found } = await withForecasts(warehouse, measured, { ...asked(scope), features })
    const foretold = found.slice(measured.features.length)
    expect(foretold.map(({ name }) => name)).toEqual(['pAlive', 'clv', 'churnRisk'])
    for (const feature of foretold) {
      const known = feature.kind === 'figure' ? feature.values.filter((value) => !Number.isNaN(value)) : []
      expect(known.length).toBe(445)
      // Money has no limits.
      const bounded = feature.name === 'clv' ? [0, 1] : known
      expect(Math.min(...bounded)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...bounded)).toBeLessThanOrEqual(1)
    }
    for (const table of ['account_value', 'account_churn', 'account_history']) {
      const sql = `SELECT count() AS rows FROM ${table}`
      const query = { name: 'left', parameters: z.object({}), row: z.object({ rows: z.int() }), sql }
      expect(await warehouse.rows(query, {})).toEqual([{ rows: 0 }])
    }
  }, 120_000)

  it('is nothing where there is nothing to group', async () => {
    const scope = { runId: 'nobody', imports: [], membershipSequence: 0, asOf: '2026-01-01' }
    expect(await segmentationRun(opened.warehouse, { ...scope, ...words })).toBeNull()
  }, 60_000)
})
