import { currentSalesImports } from '@vitalfew/domain/imports/index.ts'
import { writeAccountMetrics } from '@vitalfew/domain/metrics/index.ts'
import type { StagedOutput } from '@vitalfew/domain/reports/index.ts'
import {
  accountTitlesOf,
  dropSegmentMetrics,
  expandedFeatures,
  metricsTable,
  namedTable,
  segmentAccounts,
  type SegmentAccounts,
  type SegmentedAccounts,
} from '@vitalfew/domain/segmentation/index.ts'
import type { Output } from '../output/output.ts'
import { knownSales } from './known-sales.ts'
import type { OpenSales } from './open-sales.ts'
import type { SegmentOptions } from './segment-options.ts'
import { takeInSales } from './take-in-sales.ts'

interface Work {
  readonly options: SegmentOptions
  readonly output: Output
  readonly signal: AbortSignal
  readonly staged: StagedOutput | null
  readonly request: SegmentAccounts
}

/** The name under which the results of this command stand in the warehouse while it runs. */
const runId = 'segment'

/** Takes the sales in, measures their accounts, and groups them. */
export async function segmentOfSales(sales: OpenSales, work: Work): Promise<SegmentedAccounts> {
  const { warehouse } = sales
  const { options, output, request } = work
  await takeInSales(sales, work)
  const imports = (await currentSalesImports(warehouse)).map((item) => item.id)
  const { asOf, membershipSequence, firstDay, currency } = await knownSales(warehouse, imports, options)
  const scope = { runId, imports, membershipSequence, asOf }
  await dropSegmentMetrics(warehouse, runId)
  output.progress('progress.metrics')
  await warehouse.run(writeAccountMetrics, { ...scope, dataStart: firstDay })
  output.progress('progress.segments')
  const file = options.files[0] ?? ''
  const { features, locale } = options
  const measured = await metricsTable(warehouse, { ...scope, currency, locale, source: 'sales', file, features })
  const table = namedTable(measured, await accountTitlesOf(warehouse, { runId, keys: 'all' }))
  await dropSegmentMetrics(warehouse, runId)
  return segmentAccounts(table, { ...request, features: expandedFeatures(table, request.features) })
}
